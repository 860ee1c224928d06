import type { PositionSide } from '../../market/forced-order.ts';
import type { LiquidationMap } from '../../market/liquidation-map.ts';
import { type Cluster, distanceOfPrice, edgePrice, type Extent } from '../clusters.ts';
import { quantileOfSorted } from '../../market/quantile.ts';
import type { Inventory } from '../inventory.ts';
import type { StockAnchor } from '../public/stock-anchor.ts';
import type { Calibration } from './calibration.ts';
import { marketWeights } from './calibrated-weights.ts';
import { drawPeaks, type Peaks } from './edge-draws.ts';

/** What the map was made of. */
interface EdgeState {
  readonly inventory: Inventory;
  readonly calibration: Calibration;
  /** What public positions say of the stock; absent where none is known. */
  readonly anchor?: StockAnchor | undefined;
}

/** Tenth and ninetieth percentile of a price, USD; the estimate lies between them. */
export interface PriceInterval {
  readonly p10: number;
  readonly p90: number;
}

/** Where the lower and the upper edge of one cluster may lie. */
export interface EdgeIntervals {
  readonly low: PriceInterval;
  readonly high: PriceInterval;
}

/**
 * How far the edges of `clusters` may lie from their estimates, from draws of the density that they were read from
 * ({@link drawPeaks}). In each draw the edges are those of the peak nearest to the cluster's own, within its width.
 * Seeded: the same state gives the same prices.
 * @param clusters as found on `map` with `atr1d`
 */
export function edgeIntervals(
  { inventory, calibration, anchor }: EdgeState,
  map: LiquidationMap,
  atr1d: number | null,
  clusters: readonly Pick<Cluster, 'side' | 'low' | 'peak' | 'high'>[],
): readonly EdgeIntervals[] {
  const state = { inventory, calibration, weights: marketWeights(calibration, inventory, anchor) };
  const drawn = { long: null, short: null } as Record<PositionSide, readonly Peaks[] | null>;
  const drawsOf = (side: PositionSide): readonly Peaks[] =>
    (drawn[side] ??= drawPeaks(state, map, atr1d, side));
  return clusters.map((cluster) => {
    const { side, low, high } = cluster;
    const peak = distanceOfPrice(map, side, cluster.peak);
    const width = Math.log(high / low) / map.logStep;
    const extents = drawsOf(side).flatMap((peaks) => nearestPeak(peaks, peak, width) ?? []);
    const near = extents.map(({ from }) => edgePrice(map, side, from));
    const far = extents.map(({ until }) => edgePrice(map, side, until + 1));
    const [lows, highs] = side === 'long' ? [far, near] : [near, far];
    return { low: intervalOf(lows, low), high: intervalOf(highs, high) };
  });
}

function nearestPeak(peaks: Peaks, at: number, width: number): Extent | null {
  let nearest: Peaks[number] | null = null;
  for (const peak of peaks) {
    const away = Math.abs(peak.at - at);
    if (away <= width && (nearest === null || away < Math.abs(nearest.at - at))) nearest = peak;
  }
  return nearest;
}

function intervalOf(prices: readonly number[], estimate: number): PriceInterval {
  if (prices.length === 0) return { p10: estimate, p90: estimate };
  const sorted = Float64Array.from(prices).sort();
  return {
    p10: Math.min(quantileOfSorted(sorted, 0.1), estimate),
    p90: Math.max(quantileOfSorted(sorted, 0.9), estimate),
  };
}
