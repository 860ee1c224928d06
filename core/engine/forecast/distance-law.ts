import { CELL_WIDTH, type RefillMemory } from './refill-memory.ts';

/** How far back the range reaches that tells how lively the market is. */
const RECENT_S = 2 * 3600;
/** A calmer market counts as this lively. */
const CALM_RANGE = 0.006;

/**
 * Constants of the laws, found on forced orders of BTC on Binance, 27 January to 9 February 2026. At the calm range the
 * scale is 0.4 %, which was checked on later recordings and on ETH and SOL.
 */
const LAW = {
  /** Share of the density that is missing at the price. */
  missingShare: 0.5,
  /** Distance over which it comes back, for one unit of recent range. */
  scalePerRange: 2 / 3,
  /** Range at which vigour is 1. */
  vigorousRange: 0.01,
  vigourExponent: 0.2,
} as const;

/**
 * Log range of the prices visited in the last two hours, at least 0.6 %: the measure of distance. A quiet hour's far
 * price is next door in a crash.
 */
export function recentRange(memory: RefillMemory, nowS: number): number {
  const { lastVisitS } = memory;
  let first = 0;
  let end = lastVisitS.length;
  while (first < end && !((lastVisitS[first] ?? -Infinity) >= nowS - RECENT_S)) first++;
  while (end > first && !((lastVisitS[end - 1] ?? -Infinity) >= nowS - RECENT_S)) end--;
  return Math.max((end - first) * CELL_WIDTH, CALM_RANGE);
}

/**
 * The law of distance alone: forced dollars for one unit of log distance, up to a factor; rises from 0.5 at the price
 * to 1 beyond a few recent ranges.
 * @param distance log distance from the price, above 0
 * @param range as {@link recentRange} has it
 */
export const distanceDensity = (distance: number, range: number): number =>
  1 - LAW.missingShare * Math.exp(-distance / (LAW.scalePerRange * range));

/**
 * How many more dollars fall on every price in a lively market than at a recent range of 1 %: the same everywhere, so
 * it says how much and never where.
 */
export const vigour = (range: number): number => (range / LAW.vigorousRange) ** LAW.vigourExponent;
