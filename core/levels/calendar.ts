import { DAY_S } from '../market/time.ts';

/** The first of January 1970 was a Thursday, three days after a Monday. */
const EPOCH_WEEKDAY = 3;

/** Number of the week that holds `timeS`, counted from the epoch; weeks begin on Monday 00:00 UTC. */
export const weekNumber = (timeS: number): number =>
  Math.floor((Math.floor(timeS / DAY_S) + EPOCH_WEEKDAY) / 7);
