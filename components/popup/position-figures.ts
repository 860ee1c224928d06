import type { ClusterReport, MapReport, MarketReport } from '../../core/market/market-report.ts';
import { positionSizeBase, type SavedPosition } from '../../core/market/position.ts';
import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import { positionLiquidation, type PositionLiquidation } from '../../core/risk/liquidation.ts';
import type { StoredTiers } from '../../core/watch/stored.ts';

/** A position against its market. Null where the market is not known yet. */
export interface PositionFigures {
  readonly liquidation: PositionLiquidation;
  readonly notionalUsd: number;
  /** Mark price of the report, USD. */
  readonly price: number | null;
  readonly distance: {
    /** Signed, as a fraction of the mark price. */
    readonly fraction: number;
    readonly usd: number;
    readonly atr: number | null;
  } | null;
  readonly profitUsd: number | null;
  readonly between: Between | null;
}

/** What lies between the price and the liquidation price. */
export interface Between {
  readonly clusters: readonly ClusterReport[];
  readonly exposureUsd: number;
  readonly forcedUsd: number;
}

/** Everything that is shown of a position. `report` and `tiers` must be those of its coin. */
export function positionFigures(
  position: SavedPosition,
  report: MarketReport | null,
  tiers: StoredTiers,
): PositionFigures {
  const table = position.venue in VENUE_NAMES ? tiers[position.venue as VenueId] : undefined;
  const price = report?.price ?? null;
  const liquidation = positionLiquidation(position, {
    tiers: table ?? null,
    markPrice: price,
    tickSize: report?.tickSize ?? null,
  });
  const sizeBase = positionSizeBase(position);
  const { liquidationPrice } = liquidation;
  const isKnown = price !== null && liquidationPrice !== null;
  const direction = position.side === 'long' ? 1 : -1;
  return {
    liquidation,
    notionalUsd: sizeBase * position.entryPrice,
    price,
    distance: isKnown
      ? {
          fraction: liquidationPrice / price - 1,
          usd: Math.abs(liquidationPrice - price),
          atr: report?.atr1dUsd == null ? null : Math.abs(liquidationPrice - price) / report.atr1dUsd,
        }
      : null,
    profitUsd: price === null ? null : direction * sizeBase * (price - position.entryPrice),
    between: isKnown && report?.map != null ? between(report, report.map, price, liquidationPrice) : null,
  };
}

function between(report: MarketReport, map: MapReport, price: number, liquidationPrice: number): Between {
  const isBelow = liquidationPrice < price;
  const [low, high] = isBelow ? [liquidationPrice, price] : [price, liquidationPrice];
  const side = isBelow ? 'long' : 'short';
  return {
    clusters: report.clusters.filter(
      (cluster) => cluster.side === side && cluster.peak >= low && cluster.peak <= high,
    ),
    exposureUsd: dollarsBetween(map, isBelow ? map.longExposureUsd : map.shortExposureUsd, low, high),
    forcedUsd: dollarsBetween(map, isBelow ? map.longForcedUsd : map.shortForcedUsd, low, high),
  };
}

/** Dollars of the bins between two prices; a bin on an edge counts by its share on the log scale. */
export function dollarsBetween(
  { firstBin, logStep }: MapReport,
  usd: readonly number[],
  low: number,
  high: number,
): number {
  const [from, until] = [Math.log(low) / logStep - firstBin, Math.log(high) / logStep - firstBin];
  return usd.reduce((sum, amount, bin) => {
    const share = Math.min(until, bin + 1) - Math.max(from, bin);
    return share > 0 ? sum + amount * Math.min(1, share) : sum;
  }, 0);
}
