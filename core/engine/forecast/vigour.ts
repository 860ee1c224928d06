import { HOUR_S } from '../../market/time.ts';
import { CELL_WIDTH, type RefillMemory } from './refill-memory.ts';

/** How far back the range reaches that tells how lively the market is. */
const RECENT_S = 2 * HOUR_S;
/** A calmer market counts as this lively. */
const CALM_RANGE = 0.006;
/** Range at which vigour is 1. */
const VIGOROUS_RANGE = 0.01;
const VIGOUR_EXPONENT = 0.3;

/** Log range of the prices visited in the last two hours, at least 0.6 %. */
export function recentRange(memory: RefillMemory, nowS: number): number {
  const { lastVisitS } = memory;
  let first = 0;
  let end = lastVisitS.length;
  while (first < end && !((lastVisitS[first] ?? -Infinity) >= nowS - RECENT_S)) first++;
  while (end > first && !((lastVisitS[end - 1] ?? -Infinity) >= nowS - RECENT_S)) end--;
  return Math.max((end - first) * CELL_WIDTH, CALM_RANGE);
}

/**
 * How many more dollars fall on every price in a lively market than at a recent range of 1 %: the same everywhere, so
 * it says how much and never where.
 */
export const vigourOf = (range: number): number => (range / VIGOROUS_RANGE) ** VIGOUR_EXPONENT;
