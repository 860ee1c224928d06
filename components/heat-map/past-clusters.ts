import type { ClusterReport } from '../../core/market/market-report.ts';
import { columnClusters } from '../../core/report/heat-map/column-clusters.ts';
import { reportCluster } from '../../core/report/map-report.ts';
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
  return columnClusters(kept, atr1d === null ? null : atr1d / multiplier).map((cluster) => {
    const { low, peak, high, ...told } = reportCluster(cluster);
    return { ...told, low: low * multiplier, peak: peak * multiplier, high: high * multiplier };
  });
}
