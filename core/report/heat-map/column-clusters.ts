import { type Cluster, findClusters } from '../../engine/clusters.ts';
import { binMidPrice } from '../../market/liquidation-map.ts';
import { usdOfCell } from '../../market/map-cells.ts';

/** A column of a map's past as it is kept. */
export interface KeptColumn {
  /** Bytes by bin, as `map-cells.ts` has them. */
  readonly cells: Uint8Array;
  readonly firstBin: number;
  readonly logStep: number;
  /** USD a coin. */
  readonly price: number;
}

/**
 * Clusters of a kept column, found as today's are; what is forced of them was not kept, and stands as exposure.
 * @param atr1d average true range of a day, USD a coin
 */
export function columnClusters(
  { cells, firstBin, logStep, price }: KeptColumn,
  atr1d: number | null,
): readonly Cluster[] {
  const priceBin = Math.log(price) / logStep - firstBin;
  const coins = (isOfSide: (bin: number) => boolean): Float64Array =>
    Float64Array.from(cells, (cell, bin) =>
      isOfSide(bin) ? usdOfCell(cell) / binMidPrice(firstBin + bin, logStep) : 0,
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
  return findClusters(map, { atr1d });
}
