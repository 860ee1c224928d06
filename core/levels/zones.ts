import { DAY_S } from '../market/time.ts';
import type { Swing } from './swings.ts';

/** Swings that lie so close together that the market treats them as one price. */
export interface SwingZone {
  /** Lowest raw extreme inside, USD. */
  readonly low: number;
  /** Highest raw extreme inside, USD. */
  readonly high: number;
  /** Ascending in time. */
  readonly swings: readonly Swing[];
}

/** Standard deviation of the density's kernel, in average true ranges. */
const BANDWIDTH_ATR = 0.25;
const GRID_ATR = 0.05;
/** A zone reaches as far as the density stays above this share of its peak. */
const EDGE_SHARE = 0.5;
/** A swing loses a factor e of its weight in this time. */
const MEMORY_DAYS = 90;

/** Weight of a swing: prominence in average true ranges, fading with age. */
export const swingWeight = (swing: Swing, atr: number, nowS: number): number =>
  (swing.prominence / atr) * Math.exp(-(nowS - swing.openTimeS) / (MEMORY_DAYS * DAY_S));

/**
 * Zones around the peaks of a kernel density of swing prices. Edges are raw extremes, so an exact print survives;
 * a swing belongs to at most one zone, the stronger one.
 * @param atr average true range, USD, above 0
 * @param nowS time from which ages are counted, epoch seconds
 */
export function findZones(swings: readonly Swing[], atr: number, nowS: number): SwingZone[] {
  if (swings.length === 0) return [];
  const step = GRID_ATR * atr;
  const margin = 4 * BANDWIDTH_ATR * atr;
  const first = Math.min(...swings.map((swing) => swing.price)) - margin;
  const last = Math.max(...swings.map((swing) => swing.price)) + margin;
  const density = new Float64Array(Math.ceil((last - first) / step) + 1);
  for (const swing of swings) {
    const weight = swingWeight(swing, atr, nowS);
    const centre = Math.round((swing.price - first) / step);
    const reach = Math.ceil(margin / step);
    for (let i = Math.max(0, centre - reach); i <= Math.min(density.length - 1, centre + reach); i++) {
      const z = (first + i * step - swing.price) / (BANDWIDTH_ATR * atr);
      density[i] = (density[i] ?? 0) + weight * Math.exp(-0.5 * z * z);
    }
  }

  const free = new Set(swings);
  return findPeaks(density).flatMap((peak) => {
    const floor = EDGE_SHARE * (density[peak] ?? 0);
    let from = peak;
    let to = peak;
    while (from > 0 && (density[from - 1] ?? 0) >= floor) from--;
    while (to < density.length - 1 && (density[to + 1] ?? 0) >= floor) to++;
    const inside = swings.filter(
      (swing) => free.has(swing) && swing.price >= first + from * step && swing.price <= first + to * step,
    );
    if (inside.length === 0) return [];
    for (const swing of inside) free.delete(swing);
    const prices = inside.map((swing) => swing.price);
    return [{ low: Math.min(...prices), high: Math.max(...prices), swings: inside }];
  });
}

/** Positions of local maxima, the highest first. */
function findPeaks(density: Float64Array): number[] {
  const at = (i: number): number => density[i] ?? 0;
  return [...density.keys()]
    .filter((i) => at(i) > 0 && at(i) > at(i - 1) && at(i) >= at(i + 1))
    .sort((a, b) => at(b) - at(a));
}
