import { DAY_S } from '../market/time.ts';
import { EPOCH_WEEKDAY } from '../market/utc-date.ts';

/** Number of the week that holds `timeS`, counted from the epoch; weeks begin on Monday 00:00 UTC. */
export const weekNumber = (timeS: number): number =>
  Math.floor((Math.floor(timeS / DAY_S) + EPOCH_WEEKDAY) / 7);
