import type { AssetClass } from '../../../core/market/asset-class.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';

/** What a market is grown from: a path of price and open interest, and who opened when at which leverage. */
export interface Scenario {
  readonly name: string;
  readonly coins: readonly CoinScenario[];
}

export interface CoinScenario {
  readonly base: string;
  /** What is not listed everywhere as a coin of the name {@link base}. */
  readonly asset?: ListedAsset;
  /** Since when venues list it, and tell of it; longer than they keep any bar where it is not said. */
  readonly listedDaysAgo?: number;
  /** Coins in one unit of the venues' quoted price: 1000 for `1000PEPE`. Everything here is per coin. */
  readonly multiplier: number;
  readonly tickSize: number;
  /** Price at the anchors, ascending in time; the last is at `daysAgo` 0. */
  readonly price: readonly PriceAnchor[];
  /** Open interest of one side over all venues at the anchors, dollars at the anchored price. */
  readonly openInterest: readonly OpenInterestAnchor[];
  /** Volatility of one day that the path adds to its anchors, as a fraction. */
  readonly dailyVolatility: number;
  /** Positions opened on each side in each step. */
  readonly positionsPerStep: number;
  readonly mix: ClassMix;
  readonly episodes: readonly Episode[];
  /** Bars of five minutes that take the place of grown ones; the last ends where the scenario ends. */
  readonly recorded?: readonly RecordedBar[];
}

/** How venues list an asset. */
interface ListedAsset {
  /** What they call it; another asset may go by the same name. */
  readonly name: string;
  /** Names of a venue's own. */
  readonly names?: Readonly<Partial<Record<VenueId, string>>>;
  readonly assetClass: AssetClass;
  readonly on: readonly VenueId[];
  readonly isPreMarket?: boolean;
}

/** Whether a venue lists it. */
export const isListedOn = ({ asset }: CoinScenario, venue: VenueId): boolean =>
  asset?.on.includes(venue) ?? true;

/** What a venue calls one of it. */
export const nameOn = ({ base, asset }: CoinScenario, venue: VenueId): string =>
  asset?.names?.[venue] ?? asset?.name ?? base;

/** What a recording says of five minutes; prices per coin, amounts in coins of one side. */
export interface RecordedBar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volumeBase: number;
  readonly takerBuyBase: number;
  readonly openInterestBase: number;
}

export interface PriceAnchor {
  readonly daysAgo: number;
  readonly price: number;
  /** The path goes no further than an extreme on either side of it. */
  readonly extreme?: boolean;
}

interface OpenInterestAnchor {
  readonly daysAgo: number;
  readonly usd: number;
}

/** Share of openings by distance from entry to liquidation, in the order of {@link DISTANCE_CLASSES}. */
export type ClassMix = readonly number[];

/** Distances from entry to liquidation, as log price; the last class is never liquidated. */
export const DISTANCE_CLASSES: readonly { readonly low: number; readonly high: number }[] = [
  { low: 0.004, high: 0.008 },
  { low: 0.008, high: 0.015 },
  { low: 0.015, high: 0.03 },
  { low: 0.03, high: 0.06 },
  { low: 0.06, high: 0.12 },
  { low: 0.12, high: 0.3 },
  { low: 0.3, high: 1.1 },
  { low: Infinity, high: Infinity },
];

/** A stretch of time in which the flow differs: more of it, or other traders. */
export interface Episode {
  readonly fromDaysAgo: number;
  readonly untilDaysAgo: number;
  /** Turnover of positions against ordinary times: positions opened and closed beyond the change of open interest. */
  readonly turnover: number;
  readonly longMix?: ClassMix;
  readonly shortMix?: ClassMix;
}
