import type { AssetClass } from './asset-class.ts';
import type { Figures } from './figures.ts';
import type { PositionSide } from './forced-order.ts';
import type { VenueId } from './venue-id.ts';

/**
 * The one object between worker and screen. Every number is finite or null, every amount named by its unit;
 * times are epoch milliseconds. Fields that no part fills yet are null or empty.
 */
export interface MarketReport {
  readonly version: 1;
  /** `BTCUSDT`: every polled linear perpetual of the coin; `CAT.equity`: of the share. */
  readonly market: string;
  readonly assetClass: AssetClass;
  /** Venues that trade it before it is listed anywhere; absent: none. */
  readonly preMarket?: readonly VenueId[];
  readonly at: number;
  /** Median of the mark prices of the venues that agree, USD; null before the first answer, and where none is believed. */
  readonly price: number | null;
  /** Each venue's own mark price; absent in reports of older versions. */
  readonly marks?: readonly VenueMark[];
  /** Average true range of 14 days, USD. */
  readonly atr1dUsd: number | null;
  /** Smallest price step of the reference venue, USD. */
  readonly tickSize: number | null;
  readonly warmUp: WarmUp;
  readonly openInterest: OpenInterestReport;
  readonly positioning: PositioningReport;
  readonly map: MapReport | null;
  readonly clusters: readonly ClusterReport[];
  readonly atRisk: readonly AtRiskRung[];
  readonly levels: readonly LevelReport[];
  readonly patterns: readonly PatternReport[];
  readonly breakdown: readonly BreakdownReport[];
  readonly scenarios: { readonly up: ScenarioReport | null; readonly down: ScenarioReport | null };
  readonly context: ContextReport;
  readonly history: {
    /** `reportedBy` names who published a figure that was not measured here. */
    readonly largestLiquidationDays: readonly { date: string; usd: number; reportedBy?: string }[];
  };
  readonly skill: SkillReport | null;
  readonly sources: readonly SourceStatus[];
  /** What is wrong with what the browser keeps; absent: nothing. */
  readonly storage?: readonly StorageTrouble[];
  /** Positions that a venue shows to anyone, part of the map's exposure; absent while none is known. */
  readonly publicPositions?: PublicPositionsReport;
  /** One entry a venue that tells its forced orders; absent in reports of an earlier version. */
  readonly listening?: readonly ListeningStatus[];
  /** Absent or null while less than a day of bars is there. */
  readonly volatility?: VolatilityReport | null;
  /** Displayed books of all polled venues added up; absent where none was polled. */
  readonly depth?: {
    readonly bidWithinOnePercentUsd: number;
    readonly askWithinOnePercentUsd: number;
  } | null;
  /** Gold beside the coin; absent where no gold candles were read. */
  readonly gold?: GoldReport | null;
  /** Warnings of the last days, the newest first. */
  readonly warnings?: readonly WarningReport[];
}

export interface PublicPositionsReport {
  readonly venue: VenueId;
  readonly positions: number;
  /** At the report's price, also of positions that nothing liquidates. */
  readonly longUsd: number;
  readonly shortUsd: number;
  /** When the oldest of them was read. */
  readonly since: number;
}

/** A warning that was given. */
export interface WarningReport {
  readonly id: string;
  /** The rule that gave it, e.g. `level`. */
  readonly rule: string;
  readonly at: number;
  readonly price: number;
  /** What it says, by the table of messages; `told` for one that an earlier version stored in words. */
  readonly code: string;
  readonly figures: Figures;
}

/** Expected variance of the log return an hour, over the horizons that are forecast, ascending. */
export interface VolatilityReport {
  readonly nodes: readonly {
    readonly hours: number;
    readonly variancePerHour: number;
    /** Tails of Student's t; absent in reports of an earlier version. */
    readonly degreesOfFreedom?: number;
  }[];
}

/** An estimate with its 95 % interval. */
export interface EstimateInterval {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** What gold would do to the variance of holding the coin. */
export interface GoldReport {
  /** Correlation of daily returns, shrunk half way to 0.1. */
  readonly correlation: EstimateInterval;
  /** Share of a fully funded coin-and-gold portfolio that gold takes at the least variance, 0 to 1. */
  readonly fundedWeight: number;
  /** Variance that the funded weight saves against the coin alone, at the correlation's interval; `low` is the worst case. */
  readonly fundedSaving: EstimateInterval;
  /** Dollars of gold beside one dollar of coin that give the least variance; negative: gold sold short. */
  readonly overlayRatio: EstimateInterval;
  /** `hedge`: gold bought beside the coin lowers the risk. `not-a-hedge`: the interval does not say so. */
  readonly verdict: 'hedge' | 'not-a-hedge';
  readonly days: number;
}

/** How far the first load has come. */
export interface WarmUp {
  readonly barsLoaded: number;
  readonly barsNeeded: number;
  readonly done: boolean;
}

export interface OpenInterestReport {
  readonly base: number | null;
  readonly usd: number | null;
  readonly peakUsd: number | null;
  readonly peakAt: number | null;
  /** 1 - usd / peakUsd. */
  readonly drawdown: number | null;
  readonly perVenue: readonly { venue: VenueId; base: number; usd: number; at: number; held: boolean }[];
}

export interface PositioningReport {
  /** Weighted by open interest; fraction of notional in eight hours. */
  readonly fundingRate8h: number | null;
  /** Accounts that are long for one that is short. */
  readonly longShortAccountRatio: number | null;
  /** (taker buys - taker sells) / volume over the last day, -1 to 1. */
  readonly takerImbalance: number | null;
  readonly perVenue: readonly {
    venue: VenueId;
    fundingRate8h: number | null;
    longShortAccountRatio: number | null;
    takerImbalance: number | null;
  }[];
}

/** Dollars by liquidation price; bins as in {@link import('./liquidation-map.ts').LiquidationMap}. */
export interface MapReport {
  readonly logStep: number;
  readonly firstBin: number;
  readonly longExposureUsd: readonly number[];
  readonly shortExposureUsd: readonly number[];
  readonly longForcedUsd: readonly number[];
  readonly shortForcedUsd: readonly number[];
  readonly memory: number;
}

/** An interval; p10 and p90 equal p50 where no interval is known yet. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** Quantiles of a price, ascending. */
export interface Terminal {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export interface ClusterReport {
  /** Stable while the cluster stays at its place: side and peak bin. */
  readonly id: string;
  /** `long`: longs break here, below the price; `short`: shorts, above. */
  readonly side: PositionSide;
  readonly low: number;
  readonly peak: number;
  readonly high: number;
  readonly exposureUsd: Quantiles;
  readonly forcedUsd: Quantiles;
  /** Where the edges may lie, USD; p50 is the estimate, `low` and `high` on ticks. Absent where no interval is known. */
  readonly edges?: { readonly low: Quantiles; readonly high: Quantiles };
  /** Signed distance of the near edge from the price, as a fraction of the price. */
  readonly distance: number;
  readonly touch: { readonly h4: number; readonly h24: number; readonly d7: number } | null;
  readonly cascade: {
    /** Price to which forced orders would carry a sweep of the whole cluster: what they add, not where a move ends. */
    readonly terminal: Terminal;
    /** Where a move of that size ends, forced orders or not; absent in reports of earlier versions. */
    readonly moveEnds?: Terminal;
    readonly forcedUsd: number;
    readonly amplification: number;
  } | null;
}

/** Dollars that would break on the way from the price to `price`. */
export interface AtRiskRung {
  readonly price: number;
  readonly side: PositionSide;
  readonly exposureUsd: number;
  readonly forcedUsd: number;
  /** How far both may be off; absent where no interval is known. */
  readonly exposureInterval?: Quantiles;
  readonly forcedInterval?: Quantiles;
}

export type LevelState = 'untouched' | 'touched' | 'rejected' | 'closed-beyond' | 'reclaimed';

export interface LevelReport {
  readonly id: string;
  readonly kind: string;
  readonly side: 'support' | 'resistance';
  readonly low: number;
  readonly high: number;
  readonly score: number;
  readonly sources: readonly string[];
  readonly touches: number;
  readonly state: LevelState;
  readonly stateAt: number | null;
  /** The states of the last weeks, the oldest first; `at` is the daily close that brought each. */
  readonly track?: readonly { readonly state: LevelState; readonly at: number }[];
}

export interface PatternReport {
  readonly kind: 'doji' | 'double-top' | 'double-bottom';
  readonly timeframe: 'day' | 'week';
  readonly confirmed: boolean;
  /** 00:00 UTC of the day that completed the figure. */
  readonly at: number;
  readonly target: number | null;
  /** The two extremes of a double top or bottom. */
  readonly points?: readonly { readonly at: number; readonly price: number }[];
}

export interface BreakdownReport {
  readonly levelId: string;
  readonly direction: 'up' | 'down';
  readonly horizonHours: number;
  readonly touch: number;
  /** Chance that at least one daily close, 00:00 UTC, within the horizon lies beyond; 0 where none falls into it. */
  readonly closeBeyond: number;
  readonly releasedUsd: number;
  readonly amplification: number;
  readonly expectedForcedUsd: number;
  /** Price to which forced orders would carry the move: what they add, not where a move ends. */
  readonly terminal: Terminal;
  /** Where a move through the level ends, forced orders or not; absent in reports of earlier versions. */
  readonly moveEnds?: Terminal;
}

export interface ScenarioReport {
  readonly trigger: number;
  readonly target: number;
  readonly probability: number;
}

export interface ContextReport {
  readonly etf: { date: string; netFlowUsd: number; sum5dUsd: number; streakDays: number } | null;
  readonly events: readonly { at: number; title: string; country: string; impact: string }[];
  readonly dvol: number | null;
  readonly realisedVol: number | null;
  readonly treasuries: number | null;
  /** Who gives which figure, one entry a source that is allowed; absent before any is. */
  readonly sources?: readonly ContextSourceStatus[];
}

/** How a venue's forced orders come to be known: pushed, asked for every few minutes, or not at all. */
export interface ListeningStatus {
  readonly venue: VenueId;
  readonly by: 'socket' | 'request' | null;
}

/** State of a source of context, which is optional and fails alone. */
export interface ContextSourceStatus {
  readonly figure: 'etf' | 'events' | 'dvol' | 'treasuries';
  /** What the user is told, e.g. `Deribit DVOL`. */
  readonly name: string;
  readonly status: SourceStatus['status'];
  /** When the source last answered well; null if never. */
  readonly at: number | null;
  readonly code: SourceFailure | null;
}

/** `too-little-heard`: nothing is claimed yet; `not-shown`: the interval of the ratio holds 1. */
export type SkillVerdict = 'too-little-heard' | 'not-shown' | 'ahead' | 'behind';

/** How much better than distance alone the expected-forced map has been at saying where forced orders fire. */
export interface SkillReport {
  readonly horizonHours: number;
  /**
   * `first`: forced orders while the price sets a new extreme after the forecast, which positions open at that time can
   * fire; `all`: every forced order on the way. Absent: `first`.
   */
  readonly definition?: 'first' | 'all';
  /** Whether enough was heard for the interval to mean anything; absent: no. */
  readonly hasEvidence?: boolean;
  /** The skill was lost: the expected-forced map goes by distance alone until it is back. */
  readonly isDistanceAlone?: boolean;
  /** The same figures by the other definition. */
  readonly other?: SkillReport;
  readonly ratio: Terminal;
  readonly windows: number;
  readonly days: number;
  readonly usd: number;
  readonly verdict: SkillVerdict;
}

/** Why a source is not `ok`. */
export type SourceFailure =
  | 'network'
  | 'timeout'
  | 'http'
  | 'rate-limited'
  | 'region'
  /** Turned away by what guards the host, for the region or the address. */
  | 'blocked'
  | 'schema'
  | 'permission'
  | 'not-listed'
  | 'glitch'
  | 'set-aside';

/**
 * What is wrong with what the browser keeps: `room-made`, what can be loaded again of a market that nobody watches was
 * dropped for want of room; `full`, there is nothing left to drop and news is not kept; `refused`, the browser does not
 * keep what is news, for another reason; `not-kept`, it gives no database, and all is kept in memory only; `rows-lost`, rows were
 * stored that cannot be what they should be, and are loaded again.
 */
export type StorageTrouble = 'room-made' | 'full' | 'refused' | 'not-kept' | 'rows-lost';

export interface SourceStatus {
  readonly venue: VenueId;
  /** What was asked for: `candles`, `open-interest`, `ticker`, ... */
  readonly kind: string;
  readonly status: 'ok' | 'stale' | 'failed';
  /** When the source last answered well; null if never. */
  readonly at: number | null;
  readonly code: SourceFailure | null;
  /** With the code `set-aside`. */
  readonly aside?: AsideReport;
}

/** A figure of one venue that is not believed until it agrees again. */
export interface AsideReport {
  readonly quantity: 'price' | 'open-interest' | 'volume' | 'funding';
  /** What the venue tells: USD a coin, coins of one side, a fraction in eight hours; null for volume. */
  readonly told: number | null;
  /** What is believed instead, in the same unit; null where nothing can be. */
  readonly believed: number | null;
  /**
   * What decides: other venues (so many), what was known before, or nobody: then two contradict each other and neither
   * is believed until a third or a remembered figure decides.
   */
  readonly by: 'others' | 'past' | 'nobody';
  readonly others: number;
}

/** The mark price of one venue, which liquidation of positions there goes by. */
export interface VenueMark {
  readonly venue: VenueId;
  /** USD. */
  readonly price: number;
  readonly at: number;
  /** Whether it contradicts the other venues and the market's price goes without it. */
  readonly isAside: boolean;
}
