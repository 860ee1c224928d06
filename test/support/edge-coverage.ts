import { edgeIntervals } from '../../core/engine/forecast/edge-intervals.ts';
import type { ForecasterState } from '../../core/engine/forecast/forecaster.ts';
import type { Cluster } from '../../core/engine/clusters.ts';
import { findClusters } from '../../core/engine/index.ts';
import type { LiquidationMap } from '../../core/market/liquidation-map.ts';

/** How often the p10 to p90 of an edge held the true edge. */
export interface EdgeCoverage {
  /** By edge: held or not. */
  readonly held: readonly boolean[];
  /** Clusters without a true peak within their own width: nothing to compare with. */
  readonly unmatched: number;
}

/** Edges of the clusters on `map` against those that the same rule finds on the true map, around the nearest true peak. */
export function edgeCoverage(
  state: Pick<ForecasterState, 'inventory' | 'calibration'>,
  map: LiquidationMap,
  truth: LiquidationMap,
  atr1d: number | null,
): EdgeCoverage {
  const clusters = findClusters(map, { atr1d });
  const actual = findClusters(truth, { atr1d });
  const intervals = edgeIntervals(state, map, atr1d, clusters);
  const held: boolean[] = [];
  let unmatched = 0;
  clusters.forEach((cluster, index) => {
    const match = nearestPeak(actual, cluster);
    const interval = intervals[index];
    if (match === null || interval === undefined) {
      unmatched++;
      return;
    }
    held.push(match.low >= interval.low.p10 && match.low <= interval.low.p90);
    held.push(match.high >= interval.high.p10 && match.high <= interval.high.p90);
  });
  return { held, unmatched };
}

function nearestPeak(clusters: readonly Cluster[], { side, low, peak, high }: Cluster): Cluster | null {
  const away = (other: Cluster): number => Math.abs(Math.log(other.peak / peak));
  const near = clusters.filter((other) => other.side === side && away(other) <= Math.log(high / low));
  return near.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

/** Known positions as a map. */
export function trueMap(
  price: number,
  {
    logStep,
    firstBin,
    long,
    short,
  }: {
    readonly logStep: number;
    readonly firstBin: number;
    readonly long: ArrayLike<number>;
    readonly short: ArrayLike<number>;
  },
): LiquidationMap {
  const [longExposureBase, shortExposureBase] = [Float64Array.from(long), Float64Array.from(short)];
  const nothing = new Float64Array(long.length);
  return {
    price,
    logStep,
    firstBin,
    longExposureBase,
    shortExposureBase,
    longForcedBase: nothing,
    shortForcedBase: nothing,
    memory: 1,
  };
}

/** `coverage of edges: 78 % of 234; 46 clusters without a true peak near`. */
export function coverageText(coverages: readonly EdgeCoverage[]): { readonly share: number; text: string } {
  const held = coverages.flatMap((one) => one.held);
  const unmatched = coverages.reduce((sum, one) => sum + one.unmatched, 0);
  const share = held.filter(Boolean).length / held.length;
  const percent = (100 * share).toFixed(0);
  return {
    share,
    text: `coverage of edges: ${percent} % of ${held.length}; ${unmatched} clusters without a true peak near`,
  };
}
