import { BAR_INTERVAL_S } from '../market/bars.ts';
import { DAY_S } from '../market/time.ts';
import { OVERLAP_ROWS } from './coverage.ts';
import type { Coverage } from './tables/sources.ts';
import { SETTLED_AFTER_S } from './windows.ts';

/** How long the engine waits for the rows of a venue before it goes on without them. */
const WAITED_S = DAY_S;

/**
 * Time before which no bar of a series is expected to change, epoch seconds: the newest half hour may, and for a day what comes
 * after the rows that are there, as the venue is still to tell it. A change before this is a revision. It never goes back while
 * the rows that are there stay the same. A series of which nothing is there is not waited for.
 */
export function settledUntilS(coverage: Coverage | null, nowMs: number): number {
  const nowS = nowMs / 1000;
  const newestS = nowS - SETTLED_AFTER_S;
  if (coverage === null) return newestS;
  const toldS = coverage.untilS - OVERLAP_ROWS * BAR_INTERVAL_S;
  return Math.min(newestS, Math.max(toldS, nowS - WAITED_S));
}
