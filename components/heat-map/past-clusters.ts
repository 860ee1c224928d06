import type { ClusterReport, Quantiles } from '../../core/market/market-report.ts';
import { columnClusters } from '../../core/report/heat-map/column-clusters.ts';
import type { HeatScene } from './heat-scene.ts';

/**
 * Clusters of a kept column in the units of the page. Of touch, cascade and interval nothing was kept.
 * @param atr1d average true range of a day, USD a unit of the page
 */
export function clustersAt(
  { past, logStep, multiplier }: HeatScene,
  column: number,
  atr1d: number | null,
): readonly ClusterReport[] {
  const { bins, firstBin } = past;
  const priceBin = past.priceBin[column] ?? NaN;
  if (Number.isNaN(priceBin)) return [];
  const kept = {
    cells: past.cells.subarray(column * bins, (column + 1) * bins),
    firstBin,
    logStep,
    price: Math.exp((firstBin + priceBin) * logStep),
  };
  return columnClusters(kept, atr1d === null ? null : atr1d / multiplier).map(
    ({ id, side, low, peak, high, exposureUsd, forcedUsd, distance }) => ({
      id,
      side,
      low: low * multiplier,
      peak: peak * multiplier,
      high: high * multiplier,
      exposureUsd: certain(exposureUsd),
      forcedUsd: certain(forcedUsd),
      distance,
      depth: null,
      touch: null,
      cascade: null,
    }),
  );
}

const certain = (usd: number): Quantiles => {
  const whole = Math.round(usd);
  return { p10: whole, p50: whole, p90: whole };
};
