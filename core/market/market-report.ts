import * as v from 'valibot';

import { ASSET_CLASSES } from './asset-class.ts';
import { figures } from './figures.ts';
import { finite } from './number-schemas.ts';
import { REPORT_VERSION } from './report-version.ts';
import { fieldsOf, listOf } from './schemas.ts';
import { VENUE_IDS } from './venue-id.ts';

const venueId = v.picklist(VENUE_IDS);
const assetClass = v.picklist(ASSET_CLASSES);
const side = v.picklist(['long', 'short']);
const sourceState = v.picklist(['ok', 'stale', 'failed']);

const publicPositions = fieldsOf({
  venue: venueId,
  positions: finite,
  /** At the report's price, also of positions that nothing liquidates. */
  longUsd: finite,
  shortUsd: finite,
  /** When the oldest of them was read. */
  since: finite,
  /** The largest that the price would liquidate nearby, the largest first; absent in reports of earlier versions. */
  nearest: v.exactOptional(listOf(fieldsOf({ side, usd: finite, liquidationPrice: finite }))),
  /**
   * Dollars of both sides that are liquidated within `reach` of the price (a share of it): in these positions, and in
   * the whole exposure map, them among it. Absent in reports of earlier versions.
   */
  near: v.exactOptional(fieldsOf({ reach: finite, knownUsd: finite, usd: finite })),
});
export type PublicPositionsReport = v.InferOutput<typeof publicPositions>;

const waitingOrders = fieldsOf({
  venue: venueId,
  /** Those whose orders are known, also where they have none; and those whose orders could not be read. */
  accounts: finite,
  unread: finite,
  /** When the first of them was asked. */
  since: finite,
  /** How far from the price bands are looked for, as a share of it. */
  reach: finite,
  /** The largest on either side of the price, from above to below. `side` is that of the positions that they close. */
  bands: listOf(
    fieldsOf({ kind: v.picklist(['stop', 'target']), side, low: finite, high: finite, usd: finite }),
  ),
});
export type WaitingOrdersReport = v.InferOutput<typeof waitingOrders>;

/** A warning that was given. */
const warning = fieldsOf({
  id: v.string(),
  /** The rule that gave it, e.g. `level`. */
  rule: v.string(),
  at: finite,
  price: finite,
  /** What it says, by the table of messages; `told` for one that an earlier version stored in words. */
  code: v.string(),
  figures: figures,
  /** Of a position of the user's own, whose figures no page is told. */
  isOwn: v.exactOptional(v.literal(true)),
  /** Of a danger that does not wait: it stands before others of the user's own. */
  isPressing: v.exactOptional(v.literal(true)),
});
export type WarningReport = v.InferOutput<typeof warning>;

/** Expected variance of the log return an hour, over the horizons that are forecast, ascending. */
const volatility = fieldsOf({
  nodes: listOf(
    fieldsOf({
      hours: finite,
      variancePerHour: finite,
      /** Tails of Student's t; absent in reports of an earlier version. */
      degreesOfFreedom: v.exactOptional(finite),
    }),
  ),
});
export type VolatilityReport = v.InferOutput<typeof volatility>;

/** An estimate with its 95 % interval. */
const estimateInterval = fieldsOf({
  low: finite,
  value: finite,
  high: finite,
});
export type EstimateInterval = v.InferOutput<typeof estimateInterval>;

/** What gold would do to the variance of holding the coin. */
const gold = fieldsOf({
  /** Correlation of daily returns, shrunk half way to 0.1. */
  correlation: estimateInterval,
  /** Share of a fully funded coin-and-gold portfolio that gold takes at the least variance, 0 to 1. */
  fundedWeight: finite,
  /** Variance that the funded weight saves against the coin alone, at the correlation's interval; `low` is the worst case. */
  fundedSaving: estimateInterval,
  /** Dollars of gold beside one dollar of coin that give the least variance; negative: gold sold short. */
  overlayRatio: estimateInterval,
  /** `hedge`: gold bought beside the coin lowers the risk. `not-a-hedge`: the interval does not say so. */
  verdict: v.picklist(['hedge', 'not-a-hedge']),
  days: finite,
});
export type GoldReport = v.InferOutput<typeof gold>;

/** How the market goes with bitcoin. */
const beta = fieldsOf({
  /** Daily returns that both know; too few, and there is no estimate. */
  days: finite,
  /** Its log return for one of bitcoin's. */
  beta: v.nullable(estimateInterval),
});
export type BetaReport = v.InferOutput<typeof beta>;

/** How far the first load has come. */
const warmUp = fieldsOf({
  barsLoaded: finite,
  barsNeeded: finite,
  done: v.boolean(),
});
export type WarmUp = v.InferOutput<typeof warmUp>;

/** Open interest of a past time for which not every venue has figures. */
const openInterestEstimate = fieldsOf({
  /** Where it may lie: by the venue whose share has grown the most since, and the least. */
  lowUsd: finite,
  highUsd: finite,
  /** Venues that tell that time, and those for which their share of today stands. */
  told: listOf(venueId),
  scaled: listOf(venueId),
});

/** The last year in steps. */
const openInterestYear = fieldsOf({
  /** Beginning of the first step. */
  fromAt: finite,
  stepMs: finite,
  /** The highest of each step; null where too little of the market is known. */
  usd: listOf(v.nullable(finite)),
  /** USD a coin at the end of each step. */
  price: listOf(v.nullable(finite)),
  /** Some of it goes by today's shares of venues. */
  isEstimate: v.boolean(),
});
export type OpenInterestYear = v.InferOutput<typeof openInterestYear>;

const openInterest = fieldsOf({
  base: v.nullable(finite),
  usd: v.nullable(finite),
  peakUsd: v.nullable(finite),
  peakAt: v.nullable(finite),
  /** 1 - usd / peakUsd. */
  drawdown: v.nullable(finite),
  /** The first time of which anything is known; absent in reports of earlier versions. */
  knownSince: v.exactOptional(finite),
  /** Absent where the peak was seen, or every venue tells it. */
  peakEstimate: v.exactOptional(openInterestEstimate),
  /** Absent where less is known. */
  year: v.exactOptional(openInterestYear),
  /** Coins now by those of a day before, less 1; null where the bars do not reach so far. */
  dayChange: v.nullable(finite),
  /** Coins at each hour of that day, the last now, null where unknown; absent where hardly any is. */
  dayBase: v.exactOptional(listOf(v.nullable(finite))),
  perVenue: listOf(
    fieldsOf({
      venue: venueId,
      base: finite,
      usd: finite,
      at: finite,
      held: v.boolean(),
    }),
  ),
});
export type OpenInterestReport = v.InferOutput<typeof openInterest>;

const positioning = fieldsOf({
  /** Weighted by open interest; fraction of notional in eight hours. */
  fundingRate8h: v.nullable(finite),
  /** Accounts that are long for one that is short. */
  longShortAccountRatio: v.nullable(finite),
  /** (taker buys - taker sells) / volume over the last day, -1 to 1. */
  takerImbalance: v.nullable(finite),
  /** When the next venue settles funding; null where none says. */
  nextFundingAt: v.nullable(finite),
  perVenue: listOf(
    fieldsOf({
      venue: venueId,
      fundingRate8h: v.nullable(finite),
      /** When it settles funding next; absent where it does not say. */
      nextFundingAt: v.exactOptional(finite),
      /** Hours between two payments; absent where it does not say. */
      fundingIntervalHours: v.exactOptional(finite),
      longShortAccountRatio: v.nullable(finite),
      takerImbalance: v.nullable(finite),
    }),
  ),
});
export type PositioningReport = v.InferOutput<typeof positioning>;

/** Dollars by liquidation price; bins as in {@link import('./liquidation-map.ts').LiquidationMap}. */
const map = fieldsOf({
  logStep: finite,
  firstBin: finite,
  longExposureUsd: listOf(finite),
  shortExposureUsd: listOf(finite),
  longForcedUsd: listOf(finite),
  shortForcedUsd: listOf(finite),
  memory: finite,
});
export type MapReport = v.InferOutput<typeof map>;

/**
 * An estimate in `p50` and its interval; both ends equal it where none is known yet. Of forced dollars the estimate is what is
 * expected, which lies above the middle: few hours have most of the dollars.
 */
const quantiles = fieldsOf({
  p10: finite,
  p50: finite,
  p90: finite,
});
export type Quantiles = v.InferOutput<typeof quantiles>;

/** Quantiles of a price, ascending. */
const terminal = fieldsOf({
  p5: finite,
  p50: finite,
  p95: finite,
});
export type Terminal = v.InferOutput<typeof terminal>;

const cluster = fieldsOf({
  /** Stable while the cluster stays at its place: side and peak bin. */
  id: v.string(),
  /** `long`: longs break here, below the price; `short`: shorts, above. */
  side: side,
  low: finite,
  peak: finite,
  high: finite,
  exposureUsd: quantiles,
  forcedUsd: quantiles,
  /** Where the edges may lie, USD; p50 is the estimate, `low` and `high` on ticks. Absent where no interval is known. */
  edges: v.exactOptional(
    fieldsOf({
      low: quantiles,
      high: quantiles,
    }),
  ),
  /** Signed distance of the near edge from the price, as a fraction of the price. */
  distance: finite,
  /**
   * Dollars of all books between the price and the near edge, and between the edges, as displayed; where a book ends, as
   * it would go on (estimate). Null without books.
   */
  depth: v.nullable(fieldsOf({ wayUsd: finite, withinUsd: finite })),
  touch: v.nullable(
    fieldsOf({
      h4: finite,
      h24: finite,
      d7: finite,
    }),
  ),
  cascade: v.nullable(
    fieldsOf({
      /** Price to which forced orders would carry a sweep of the whole cluster: what they add, not where a move ends. */
      terminal: terminal,
      /** Where a move of that size ends, forced orders or not; absent in reports of earlier versions. */
      moveEnds: v.exactOptional(terminal),
      forcedUsd: finite,
      amplification: finite,
    }),
  ),
});
export type ClusterReport = v.InferOutput<typeof cluster>;

const heardUsd = {
  longUsd: finite,
  shortUsd: finite,
  /** A venue was not heard all the time, or tells not all of its orders. */
  isLowerBound: v.boolean(),
};

/** Dollars of forced orders that were heard, by side of the positions that were closed. */
const liquidations = fieldsOf({
  ...heardUsd,
  /** Of each venue that was heard; absent in reports of earlier versions. */
  perVenue: v.exactOptional(listOf(fieldsOf({ venue: venueId, ...heardUsd }))),
});
export type LiquidationsReport = v.InferOutput<typeof liquidations>;

/** Dollars that would break on the way from the price to `price`. */
const atRiskRung = fieldsOf({
  price: finite,
  side: side,
  exposureUsd: finite,
  forcedUsd: finite,
  /** How far both may be off; absent where no interval is known. */
  exposureInterval: v.exactOptional(quantiles),
  forcedInterval: v.exactOptional(quantiles),
});
export type AtRiskRung = v.InferOutput<typeof atRiskRung>;

const levelState = v.picklist(['untouched', 'touched', 'rejected', 'closed-beyond', 'reclaimed']);
export type LevelState = v.InferOutput<typeof levelState>;

const level = fieldsOf({
  id: v.string(),
  kind: v.string(),
  side: v.picklist(['support', 'resistance']),
  low: finite,
  high: finite,
  score: finite,
  /** Codes of what makes it a level, each with its figures after blanks, such as `swing-high 2026-01-05 94789`. */
  sources: listOf(v.string()),
  touches: finite,
  state: levelState,
  stateAt: v.nullable(finite),
  /** The states of the last weeks, the oldest first; `at` is the daily close that brought each. */
  track: v.exactOptional(
    listOf(
      fieldsOf({
        state: levelState,
        at: finite,
      }),
    ),
  ),
});
export type LevelReport = v.InferOutput<typeof level>;

const pattern = fieldsOf({
  kind: v.picklist(['doji', 'double-top', 'double-bottom']),
  timeframe: v.picklist(['day', 'week']),
  confirmed: v.boolean(),
  /** 00:00 UTC of the day that completed the figure. */
  at: finite,
  target: v.nullable(finite),
  /** The two extremes of a double top or bottom. */
  points: v.exactOptional(
    listOf(
      fieldsOf({
        at: finite,
        price: finite,
      }),
    ),
  ),
});
export type PatternReport = v.InferOutput<typeof pattern>;

const breakdown = fieldsOf({
  levelId: v.string(),
  direction: v.picklist(['up', 'down']),
  horizonHours: finite,
  touch: finite,
  /** Chance that at least one daily close, 00:00 UTC, within the horizon lies beyond; 0 where none falls into it. */
  closeBeyond: finite,
  releasedUsd: finite,
  amplification: finite,
  expectedForcedUsd: finite,
  /** Price to which forced orders would carry the move: what they add, not where a move ends. */
  terminal: terminal,
  /** Where a move through the level ends, forced orders or not; absent in reports of earlier versions. */
  moveEnds: v.exactOptional(terminal),
});
export type BreakdownReport = v.InferOutput<typeof breakdown>;

const scenario = fieldsOf({
  trigger: finite,
  target: finite,
  probability: finite,
});
export type ScenarioReport = v.InferOutput<typeof scenario>;

/** Why a source is not `ok`; `blocked`: turned away by what guards the host, for the region or the address. */
const sourceFailure = v.picklist([
  'network',
  'timeout',
  'http',
  'rate-limited',
  'region',
  'blocked',
  'schema',
  'permission',
  'not-listed',
  'glitch',
  'set-aside',
]);
export type SourceFailure = v.InferOutput<typeof sourceFailure>;

/** State of a source of context, which is optional and fails alone. */
const contextSourceStatus = fieldsOf({
  figure: v.picklist(['etf', 'events', 'dvol', 'treasuries']),
  /** What the user is told, e.g. `Deribit DVOL`. */
  name: v.string(),
  status: sourceState,
  /** When the source last answered well; null if never. */
  at: v.nullable(finite),
  code: v.nullable(sourceFailure),
});
export type ContextSourceStatus = v.InferOutput<typeof contextSourceStatus>;

const context = fieldsOf({
  etf: v.nullable(
    fieldsOf({
      date: v.string(),
      netFlowUsd: finite,
      sum5dUsd: finite,
      streakDays: finite,
    }),
  ),
  events: listOf(
    fieldsOf({
      at: finite,
      title: v.string(),
      country: v.string(),
      impact: v.string(),
    }),
  ),
  dvol: v.nullable(finite),
  realisedVol: v.nullable(finite),
  /** Bitcoin of listed companies, of bitcoin alone. */
  treasuries: v.nullable(
    fieldsOf({
      base: finite,
      companies: finite,
      /** Coins that came in the last month, below 0 where some went; null until a month is known. */
      monthBase: v.nullable(finite),
    }),
  ),
  /** Who gives which figure, one entry a source that is allowed; absent before any is. */
  sources: v.exactOptional(listOf(contextSourceStatus)),
});
export type ContextReport = v.InferOutput<typeof context>;

/** How a venue's forced orders come to be known: pushed, asked for every few minutes, or not at all. */
const listeningStatus = fieldsOf({
  venue: venueId,
  by: v.nullable(v.picklist(['socket', 'request'])),
});
export type ListeningStatus = v.InferOutput<typeof listeningStatus>;

/** `too-little-heard`: nothing is claimed yet; `not-shown`: the interval of the ratio holds 1. */
const skillVerdict = v.picklist(['too-little-heard', 'not-shown', 'ahead', 'behind']);
export type SkillVerdict = v.InferOutput<typeof skillVerdict>;

/** How much better than distance alone the expected-forced map has been at saying where forced orders fire. */
const skillEntries = {
  horizonHours: finite,
  /**
   * `first`: forced orders while the price sets a new extreme after the forecast, which positions open at that time can
   * fire; `all`: every forced order on the way. Absent: `first`.
   */
  definition: v.exactOptional(v.picklist(['first', 'all'])),
  /** Whether enough was heard for the interval to mean anything; absent: no. */
  hasEvidence: v.exactOptional(v.boolean()),
  /** The skill was lost: the expected-forced map goes by distance alone until it is back. */
  isDistanceAlone: v.exactOptional(v.boolean()),
  ratio: terminal,
  windows: finite,
  days: finite,
  usd: finite,
  verdict: skillVerdict,
};

const skill = fieldsOf({
  ...skillEntries,
  /** The same figures by the other definition. */
  other: v.exactOptional(fieldsOf(skillEntries)),
});
export type SkillReport = v.InferOutput<typeof skill>;

/**
 * What is wrong with what the browser keeps: `room-made`, what can be loaded again of a market that nobody watches was
 * dropped for want of room; `full`, there is nothing left to drop and news is not kept; `refused`, the browser does not
 * keep what is news, for another reason; `not-kept`, it gives no database, and all is kept in memory only; `rows-lost`, rows were
 * stored that cannot be what they should be, and are loaded again.
 */
const storageTrouble = v.picklist(['room-made', 'full', 'refused', 'not-kept', 'rows-lost']);
export type StorageTrouble = v.InferOutput<typeof storageTrouble>;

/** A figure of one venue that is not believed until it agrees again. */
const aside = fieldsOf({
  quantity: v.picklist(['price', 'open-interest', 'volume', 'funding']),
  /** What the venue tells: USD a coin, coins of one side, a fraction in eight hours; null for volume. */
  told: v.nullable(finite),
  /** What is believed instead, in the same unit; null where nothing can be. */
  believed: v.nullable(finite),
  /**
   * What decides: other venues (so many), what was known before, or nobody: then two contradict each other and neither
   * is believed until a third or a remembered figure decides.
   */
  by: v.picklist(['others', 'past', 'nobody']),
  others: finite,
});
export type AsideReport = v.InferOutput<typeof aside>;

const sourceStatus = fieldsOf({
  venue: venueId,
  /** What was asked for: `candles`, `open-interest`, `ticker`, ... */
  kind: v.string(),
  status: sourceState,
  /** When the source last answered well; null if never. */
  at: v.nullable(finite),
  code: v.nullable(sourceFailure),
  /** With the code `set-aside`. */
  aside: v.exactOptional(aside),
});
export type SourceStatus = v.InferOutput<typeof sourceStatus>;

/** The mark price of one venue, which liquidation of positions there goes by. */
const venueMark = fieldsOf({
  venue: venueId,
  /** USD. */
  price: finite,
  at: finite,
  /** Whether it contradicts the other venues and the market's price goes without it. */
  isAside: v.boolean(),
});
export type VenueMark = v.InferOutput<typeof venueMark>;

/**
 * The one object between worker and screen. Every number is finite or null, every amount named by its unit;
 * times are epoch milliseconds. Fields that no part fills yet are null or empty.
 */
export const marketReport = fieldsOf({
  version: v.literal(REPORT_VERSION),
  /** `BTCUSDT`: every polled linear perpetual of the coin; `CAT.equity`: of the share. */
  market: v.string(),
  assetClass: assetClass,
  /** Venues that trade it before it is listed anywhere; absent: none. */
  preMarket: v.exactOptional(listOf(venueId)),
  at: finite,
  /** Median of the mark prices of the venues that agree, USD; null before the first answer, and where none is believed. */
  price: v.nullable(finite),
  /** Each venue's own mark price; absent in reports of older versions. */
  marks: v.exactOptional(listOf(venueMark)),
  /** The price by that of a day ago, less 1; absent in reports of earlier versions. */
  dayChange: v.exactOptional(v.nullable(finite)),
  /** Average true range of 14 days, USD. */
  atr1dUsd: v.nullable(finite),
  /** Smallest price step of the reference venue, USD. */
  tickSize: v.nullable(finite),
  warmUp: warmUp,
  openInterest: openInterest,
  positioning: positioning,
  /** Of the last hour and day; null where nobody listened. */
  liquidations: fieldsOf({ h1: v.nullable(liquidations), h24: v.nullable(liquidations) }),
  map: v.nullable(map),
  clusters: listOf(cluster),
  atRisk: listOf(atRiskRung),
  levels: listOf(level),
  patterns: listOf(pattern),
  breakdown: listOf(breakdown),
  scenarios: fieldsOf({
    up: v.nullable(scenario),
    down: v.nullable(scenario),
  }),
  context: context,
  history: fieldsOf({
    /** `reportedBy` is who published a figure that was not measured here, `reportedOn` when. */
    largestLiquidationDays: listOf(
      fieldsOf({
        date: v.string(),
        usd: finite,
        reportedBy: v.exactOptional(v.picklist(['coinglass'])),
        reportedOn: v.exactOptional(v.string()),
      }),
    ),
  }),
  skill: v.nullable(skill),
  sources: listOf(sourceStatus),
  /** What is wrong with what the browser keeps; absent: nothing. */
  storage: v.exactOptional(listOf(storageTrouble)),
  /** Positions that a venue shows to anyone, part of the map's exposure; absent while none is known. */
  publicPositions: v.exactOptional(publicPositions),
  /** Stops and take-profits of accounts that a venue shows to anyone, in no other figure; absent unless the user wants them. */
  waitingOrders: v.exactOptional(waitingOrders),
  /** One entry a venue that tells its forced orders; absent in reports of an earlier version. */
  listening: v.exactOptional(listOf(listeningStatus)),
  /** Absent or null while less than a day of bars is there. */
  volatility: v.exactOptional(v.nullable(volatility)),
  /** Displayed books of all polled venues added up; absent where none was polled. */
  depth: v.exactOptional(
    v.nullable(
      fieldsOf({
        bidWithinOnePercentUsd: finite,
        askWithinOnePercentUsd: finite,
      }),
    ),
  ),
  /** Gold beside the coin; absent where no gold candles were read. */
  gold: v.exactOptional(v.nullable(gold)),
  /** Absent of bitcoin itself, and in reports of an earlier version. */
  beta: v.exactOptional(beta),
  /** Warnings of the last days, the newest first. */
  warnings: v.exactOptional(listOf(warning)),
});
export type MarketReport = v.InferOutput<typeof marketReport>;
