import type { PositionSide } from '../../market/forced-order.ts';
import type { ClusterReport, MapReport } from '../../market/market-report.ts';

/** What stands between the price and a liquidation price, on the side that loses with the position. */
export interface PathToLiquidation {
  /** Dollars of positions of the same side that would break on the way if nobody acted. */
  readonly exposureUsd: number;
  /** Dollars expected to be force-closed on the way. */
  readonly forcedUsd: number;
  /** Clusters on the way, nearest first. */
  readonly clusters: readonly ClusterReport[];
  /** The cluster inside which the liquidation price itself stands. */
  readonly inside: ClusterReport | null;
  /** The nearest cluster whose break alone would, by the middle draw, carry the price to the liquidation. */
  readonly carriedBy: ClusterReport | null;
}

/** A position seen from `price`; prices in USD, map and clusters of one report. */
export interface PathQuestion {
  readonly side: PositionSide;
  readonly price: number;
  readonly liquidationPrice: number;
  readonly map: MapReport;
  readonly clusters: readonly ClusterReport[];
}

/** Everything between here and there. A liquidation price on the winning side has nothing in between. */
export function pathToLiquidation({
  side,
  price,
  liquidationPrice,
  map,
  clusters,
}: PathQuestion): PathToLiquidation {
  const low = Math.min(price, liquidationPrice);
  const high = Math.max(price, liquidationPrice);
  const losing = side === 'long' ? liquidationPrice <= price : liquidationPrice >= price;
  const mine = clusters.filter((cluster) => cluster.side === side);
  const onTheWay = mine
    .filter((cluster) => losing && cluster.high >= low && cluster.low <= high)
    .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
  const reaches = ({ cascade }: ClusterReport): boolean =>
    cascade !== null &&
    (side === 'long' ? cascade.terminal.p50 <= liquidationPrice : cascade.terminal.p50 >= liquidationPrice);
  const exposure = side === 'long' ? map.longExposureUsd : map.shortExposureUsd;
  const forced = side === 'long' ? map.longForcedUsd : map.shortForcedUsd;
  return {
    exposureUsd: losing ? dollarsBetween(map, exposure, low, high) : 0,
    forcedUsd: losing ? dollarsBetween(map, forced, low, high) : 0,
    clusters: onTheWay,
    inside:
      mine.find((cluster) => cluster.low <= liquidationPrice && liquidationPrice <= cluster.high) ?? null,
    carriedBy: onTheWay.find(reaches) ?? null,
  };
}

/** Sum of a map column between two prices; bins that are cut count by the part that lies between. */
export function dollarsBetween(map: MapReport, column: readonly number[], low: number, high: number): number {
  const { logStep, firstBin } = map;
  const from = Math.log(low) / logStep - firstBin;
  const to = Math.log(high) / logStep - firstBin;
  let sum = 0;
  for (let bin = Math.max(0, Math.floor(from)); bin < Math.min(column.length, Math.ceil(to)); bin += 1) {
    const share = Math.min(bin + 1, to) - Math.max(bin, from);
    sum += (column[bin] ?? 0) * Math.max(0, share);
  }
  return sum;
}
