import { findClusters } from '../../core/engine/clusters.ts';
import { binMidPrice } from '../../core/market/liquidation-map.ts';
import { usdOfCell } from '../../core/market/map-cells.ts';
import type { ClusterReport } from '../../core/market/market-report.ts';
import { reportCluster } from '../../core/report/map-report.ts';
import type { HeatScene } from './heat-scene.ts';

/**
 * Clusters of a kept column, found as today's are, in the units of the page. Of touch, cascade and interval nothing was kept.
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
  const price = Math.exp((firstBin + priceBin) * logStep);
  const coins = (isOfSide: (bin: number) => boolean): Float64Array =>
    Float64Array.from({ length: bins }, (_, bin) =>
      isOfSide(bin)
        ? usdOfCell(past.cells[column * bins + bin] ?? 0) / binMidPrice(firstBin + bin, logStep)
        : 0,
    );
  const [long, short] = [coins((bin) => bin + 0.5 < priceBin), coins((bin) => bin + 0.5 >= priceBin)];
  const map = {
    price,
    logStep,
    firstBin,
    longExposureBase: long,
    shortExposureBase: short,
    longForcedBase: long,
    shortForcedBase: short,
    memory: 1,
  };
  return findClusters(map, { atr1d: atr1d === null ? null : atr1d / multiplier }).map((cluster) => {
    const { low, peak, high, ...told } = reportCluster(cluster);
    return { ...told, low: low * multiplier, peak: peak * multiplier, high: high * multiplier };
  });
}
