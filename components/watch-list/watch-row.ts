import { assetOfMarket, assetText, marketId } from '../../core/market/asset.ts';
import type { ClusterReport, MarketReport } from '../../core/market/market-report.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { MINUTE_MS } from '../../core/market/time.ts';
import type { CoinMarkets } from '../../core/report/position-markets.ts';
import type { ScreenedMarket } from '../../core/screener/screened-market.ts';
import { least, nearestCluster } from '../overlay/nearest.ts';
import { type PositionEnd, positionEnd } from '../popup/position-liquidation.ts';

/** One coin of the watch list. */
export interface WatchRow {
  readonly market: string;
  /** As {@link assetText} calls it. */
  readonly asset: string;
  /**
   * `map`: of a report; `loading`: of one without a map yet; `bulk`: what venues tell of all markets; `none`: nothing yet;
   * `unlisted`: no venue that answered lists it.
   */
  readonly basis: 'map' | 'loading' | 'bulk' | 'none' | 'unlisted';
  readonly price: number | null;
  readonly tickSize: number | null;
  readonly dayChange: number | null;
  /** The bands that the price would meet first; null without a map. */
  readonly up: ClusterReport | null;
  readonly down: ClusterReport | null;
  readonly openInterestUsd: number | null;
  readonly openInterestDayChange: number | null;
  readonly fundingRate8h: number | null;
  readonly nextFundingAt: number | null;
  /** What was heard to be force-closed, where there is a report. */
  readonly closed: MarketReport['liquidations'] | null;
  /** Of the user's own positions the one that would end first. */
  readonly own: PositionEnd | null;
}

interface Known {
  readonly markets: CoinMarkets;
  /** Markets at a glance, for those that have no map. */
  readonly screened: readonly ScreenedMarket[];
  /** Whether those are all that the venues tell of. */
  readonly isTold: boolean;
  readonly positions: readonly SavedPosition[];
  readonly nowMs: number;
}

/** Listed coins are polled twice in five minutes; a report that is older is of one that is watched no more. */
const OLDEST_MS = 6 * MINUTE_MS;

/** The coins of a list in its order. */
export function watchRows(watchList: readonly string[], known: Known): readonly WatchRow[] {
  return watchList.map((market) => rowOf(market, known));
}

/** Markets of the list of which no report tells. */
export const withoutReport = (
  watchList: readonly string[],
  { markets, nowMs }: Pick<Known, 'markets' | 'nowMs'>,
): readonly string[] =>
  watchList.filter((market) => reportOf(assetText(assetOfMarket(market)), markets, nowMs) === null);

function reportOf(asset: string, markets: CoinMarkets, nowMs: number) {
  const report = markets[asset]?.report ?? null;
  return report !== null && report.price !== null && nowMs - report.at < OLDEST_MS ? report : null;
}

function rowOf(market: string, { markets, screened, isTold, positions, nowMs }: Known): WatchRow {
  const asset = assetText(assetOfMarket(market));
  const report = reportOf(asset, markets, nowMs);
  const bulk = screened.find((one) => one.market === market) ?? null;
  const shared = { market, asset, own: nearestEnd(market, positions, markets) };
  if (report !== null) {
    const { clusters, openInterest, positioning } = report;
    return {
      ...shared,
      basis: report.map === null ? 'loading' : 'map',
      price: report.price,
      tickSize: report.tickSize,
      dayChange: report.dayChange ?? bulk?.dayChange ?? null,
      up: nearestCluster(clusters, 'short'),
      down: nearestCluster(clusters, 'long'),
      openInterestUsd: openInterest.usd,
      openInterestDayChange: openInterest.dayChange,
      fundingRate8h: positioning.fundingRate8h,
      nextFundingAt: positioning.nextFundingAt,
      closed: report.liquidations,
    };
  }
  return {
    ...shared,
    basis: bulk !== null ? 'bulk' : isTold ? 'unlisted' : 'none',
    price: bulk?.price ?? null,
    tickSize: null,
    dayChange: bulk?.dayChange ?? null,
    up: null,
    down: null,
    openInterestUsd: bulk?.openInterestUsd ?? null,
    openInterestDayChange: bulk?.openInterestDayChange ?? null,
    fundingRate8h: bulk?.fundingRate8h ?? null,
    nextFundingAt: bulk?.nextFundingAtMs ?? null,
    closed: null,
  };
}

function nearestEnd(
  market: string,
  positions: readonly SavedPosition[],
  markets: CoinMarkets,
): PositionEnd | null {
  const ends = positions
    .filter((position) => marketId(position) === market)
    .map((position) => positionEnd(position, positions, markets))
    .filter(({ distance }) => distance !== null);
  return least(ends, ({ distance }) => Math.abs(distance ?? 0));
}

/** How far the nearest band is, a fraction of the price; null without one. */
export const nearness = ({ up, down }: WatchRow): number | null => {
  const distances = [up, down].flatMap((band) => (band === null ? [] : [Math.abs(band.distance)]));
  return distances.length === 0 ? null : Math.min(...distances);
};

/** A band that is nearer than this is hot. */
const HOT = 0.005;

export const isHot = (row: WatchRow): boolean => (nearness(row) ?? Infinity) < HOT;

const chanceOf = ({ up, down }: WatchRow): number | null => {
  const chances = [up, down].flatMap((band) => band?.touch?.h24 ?? []);
  return chances.length === 0 ? null : Math.max(...chances);
};

/** What each order goes by, the largest first; null comes last. */
const ORDERS = {
  near: (row) => negative(nearness(row)),
  own: null,
  day: ({ dayChange }) => dayChange,
  chance: chanceOf,
  'open-interest': ({ openInterestDayChange }) => openInterestDayChange,
  funding: ({ fundingRate8h }) => fundingRate8h,
  risk: ({ own }) => negative(own === null ? null : Math.abs(own.distance ?? 0)),
} as const satisfies Readonly<Record<string, ((row: WatchRow) => number | null) | null>>;

const negative = (value: number | null): number | null => (value === null ? null : -value);

export type WatchOrder = keyof typeof ORDERS;
export const WATCH_ORDERS = Object.keys(ORDERS) as readonly WatchOrder[];

/** Rows in an order; equals, and those of which nothing is known, stay as the user lists them. */
export function orderRows(rows: readonly WatchRow[], order: WatchOrder): readonly WatchRow[] {
  const by = ORDERS[order];
  if (by === null) return rows;
  return rows.toSorted((a, b) => {
    const [one, other] = [by(a), by(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return other - one;
  });
}
