import type { SavedPosition } from '../market/position.ts';
import { HOUR_MS } from '../market/time.ts';

/** What a venue told longer ago than an hour may be closed by now; what its owner typed in holds until they change it. */
export const isToldLately = ({ origin }: SavedPosition, nowMs: number): boolean =>
  origin === undefined || nowMs - origin.atMs <= HOUR_MS;
