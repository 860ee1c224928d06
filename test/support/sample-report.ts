import { assetOfMarket } from '../../core/market/asset.ts';
import type {
  ClusterReport,
  MapReport,
  MarketReport,
  OpenInterestYear,
  SourceStatus,
} from '../../core/market/market-report.ts';
import type { Quote } from '../../core/market/quote.ts';
import type { PageMarket } from '../../core/market/page-market.ts';

/** 12 January 2026, 08:48 UTC. */
export const SAMPLE_AT = Date.UTC(2026, 0, 12, 8, 48);
const PRICE = 90_912;
const LOG_STEP = 0.001;

/** Humps of the sample map: middle and half width in USD, dollars in the hump. */
const LONG_HUMPS = [
  [89_300, 450, 0.908e9],
  [87_100, 380, 2.3e9],
  [84_350, 700, 5.57e9],
  [86_000, 1_600, 4.12e9],
  [80_700, 1_300, 4.6e9],
  [76_500, 2_600, 5.09e9],
] as const;
const SHORT_HUMPS = [
  [91_900, 300, 0.39e9],
  [94_500, 260, 1.661e9],
  [96_400, 420, 0.985e9],
  [98_500, 900, 1.49e9],
  [101_500, 2_100, 2.75e9],
] as const;

/** Three fifths at Bybit, which tells all, the rest at Binance. */
const heardOf = (longUsd: number, shortUsd: number) => [
  { venue: 'binance' as const, longUsd: longUsd * 0.4, shortUsd: shortUsd * 0.4, isLowerBound: true },
  { venue: 'bybit' as const, longUsd: longUsd * 0.6, shortUsd: shortUsd * 0.6, isLowerBound: false },
];

const DAY_MS = 86_400_000;
/** Steps of five days, up to 90 B on 6 October. */
const YEAR: OpenInterestYear = {
  fromAt: Date.UTC(2025, 9, 6) - 53 * 5 * DAY_MS,
  stepMs: 5 * DAY_MS,
  usd: Array.from({ length: 74 }, (_, step) =>
    step < 4
      ? null
      : step <= 53
        ? (50 + (40 * (step / 53) ** 3 + Math.sin(step / 2.4))) * 1e9
        : (60 + 4 * Math.sin(step / 3)) * 1e9,
  ),
  price: Array.from(
    { length: 74 },
    (_, step) => 85_000 + 30_000 * Math.sin(step / 24) + 2000 * Math.sin(step / 2),
  ),
  isEstimate: true,
};

type Hump = readonly [middle: number, width: number, usd: number];

function buildMap(): MapReport {
  const firstBin = Math.floor(Math.log(68_000) / LOG_STEP);
  const length = Math.ceil(Math.log(112_000) / LOG_STEP) - firstBin;
  const middles = Array.from({ length }, (_, index) => Math.exp((firstBin + index + 0.5) * LOG_STEP));
  const side = (humps: readonly Hump[], inside: (price: number) => boolean) =>
    middles.map((price) => {
      if (!inside(price)) return 0;
      const usd = humps.reduce((sum, [middle, width, total]) => {
        const density = Math.exp(-0.5 * ((price - middle) / width) ** 2) / (width * Math.sqrt(2 * Math.PI));
        return sum + total * density * price * LOG_STEP;
      }, 0);
      return Math.round(usd);
    });
  const longExposureUsd = side(LONG_HUMPS, (price) => price < PRICE * 0.998);
  const shortExposureUsd = side(SHORT_HUMPS, (price) => price > PRICE * 1.002);
  const forced = (exposure: readonly number[]) =>
    exposure.map((usd, index) =>
      Math.round(usd * 0.2 * Math.exp(-6 * Math.abs((middles[index] ?? PRICE) / PRICE - 1))),
    );
  return {
    logStep: LOG_STEP,
    firstBin,
    longExposureUsd,
    shortExposureUsd,
    longForcedUsd: forced(longExposureUsd),
    shortForcedUsd: forced(shortExposureUsd),
    memory: 0.97,
  };
}

const MAP = buildMap();

function dollarsBetween(column: readonly number[], low: number, high: number): number {
  return column.reduce((sum, usd, index) => {
    const price = Math.exp((MAP.firstBin + index + 0.5) * MAP.logStep);
    return price >= low && price < high ? sum + usd : sum;
  }, 0);
}

/** An interval as wide as the model's usually are. */
const around = (usd: number) => ({ p10: usd * 0.68, p50: usd, p90: usd * 1.46 });

function buildCluster(
  side: 'long' | 'short',
  low: number,
  peak: number,
  high: number,
  chance: number,
): ClusterReport {
  const exposure = dollarsBetween(side === 'long' ? MAP.longExposureUsd : MAP.shortExposureUsd, low, high);
  const forced = dollarsBetween(side === 'long' ? MAP.longForcedUsd : MAP.shortForcedUsd, low, high);
  const onwards = side === 'long' ? -1 : 1;
  const end = (side === 'long' ? low : high) * (1 + onwards * 0.014);
  return {
    id: `${side}:${Math.floor(Math.log(peak) / LOG_STEP)}`,
    side,
    low,
    peak,
    high,
    exposureUsd: around(exposure),
    forcedUsd: around(forced),
    edges: {
      low: { p10: low - 300, p50: low, p90: low + 400 },
      high: { p10: high - 400, p50: high, p90: high + 300 },
    },
    distance: (side === 'long' ? high : low) / PRICE - 1,
    depth: { wayUsd: 24e6, withinUsd: 31e6 },
    touch: { h4: chance / 3, h24: chance, d7: Math.min(0.95, chance * 2.4) },
    cascade: {
      terminal: { p5: end * (1 - onwards * 0.006), p50: end, p95: end * (1 + onwards * 0.015) },
      moveEnds: { p5: end * 0.97, p50: end * (1 + onwards * 0.01), p95: end * 1.03 },
      forcedUsd: forced * 1.3,
      amplification: 1.3,
    },
  };
}

const rung = (price: number) => {
  const side = price < PRICE ? ('long' as const) : ('short' as const);
  const [low, high] = [Math.min(price, PRICE), Math.max(price, PRICE)];
  const exposure = side === 'long' ? MAP.longExposureUsd : MAP.shortExposureUsd;
  const forced = side === 'long' ? MAP.longForcedUsd : MAP.shortForcedUsd;
  return {
    price,
    side,
    exposureUsd: dollarsBetween(exposure, low, high),
    forcedUsd: dollarsBetween(forced, low, high),
    exposureInterval: around(dollarsBetween(exposure, low, high)),
    forcedInterval: around(dollarsBetween(forced, low, high)),
  };
};

/** Answers of the six venues, all well. */
export const buildSources = (overrides: Partial<SourceStatus> = {}): readonly SourceStatus[] =>
  POLLED.flatMap((venue) =>
    ['ticker', 'candles', 'open-interest'].map((kind): SourceStatus => ({
      venue,
      kind,
      status: 'ok',
      at: SAMPLE_AT - 2000,
      code: null,
      ...overrides,
    })),
  );

const SHARES = { binance: 0.36, bybit: 0.2, okx: 0.13, bitget: 0.13, gate: 0.08, hyperliquid: 0.1 } as const;
const POLLED = Object.keys(SHARES) as readonly (keyof typeof SHARES)[];

/** The market of January 2026 as the extension would report it: 90,912, open interest 62 of once 90 billion. */
export function buildReport(overrides: Partial<MarketReport> = {}): MarketReport {
  return {
    version: 2,
    market: 'BTCUSDT',
    assetClass: assetOfMarket(overrides.market ?? 'BTCUSDT').assetClass,
    at: SAMPLE_AT,
    price: PRICE,
    atr1dUsd: 2184,
    tickSize: 0.1,
    warmUp: { barsLoaded: 8640, barsNeeded: 8640, done: true },
    openInterest: {
      base: 62e9 / PRICE,
      usd: 62e9,
      peakUsd: 90e9,
      peakAt: Date.UTC(2025, 9, 6),
      drawdown: 1 - 62 / 90,
      knownSince: Date.UTC(2024, 0, 1),
      peakEstimate: { lowUsd: 80e9, highUsd: 96e9, told: ['bybit', 'okx', 'gate'], scaled: ['binance'] },
      year: YEAR,
      dayChange: -0.012,
      dayBase: Array.from({ length: 25 }, (_, hour) => (63 - hour / 30 + Math.sin(hour / 3) / 3) * 1e4),
      perVenue: POLLED.map((venue) => ({
        venue,
        base: (SHARES[venue] * 62e9) / PRICE,
        usd: SHARES[venue] * 62e9,
        at: SAMPLE_AT - 2000,
        held: false,
      })),
    },
    positioning: {
      fundingRate8h: 0.000083,
      longShortAccountRatio: 1.84,
      takerImbalance: -0.021,
      nextFundingAt: null,
      perVenue: POLLED.map((venue) => ({
        venue,
        fundingRate8h: 0.000083,
        longShortAccountRatio: venue === 'hyperliquid' ? null : 1.84,
        takerImbalance: null,
      })),
    },
    liquidations: {
      h1: { longUsd: 1.2e6, shortUsd: 0.4e6, isLowerBound: true, perVenue: heardOf(1.2e6, 0.4e6) },
      h24: { longUsd: 51e6, shortUsd: 33e6, isLowerBound: true, perVenue: heardOf(51e6, 33e6) },
    },
    map: MAP,
    clusters: [
      buildCluster('long', 88_600, 89_300, 90_000, 0.41),
      buildCluster('long', 86_400, 87_100, 87_800, 0.18),
      buildCluster('long', 83_300, 84_350, 85_600, 0.07),
      buildCluster('short', 91_500, 91_900, 92_400, 0.52),
      buildCluster('short', 94_000, 94_500, 95_000, 0.21),
      buildCluster('short', 95_800, 96_400, 97_100, 0.12),
    ],
    atRisk: [76_000, 80_000, 82_000, 84_000, 86_000, 88_000, 90_000, 92_000, 94_000, 96_000, 98_000].map(
      rung,
    ),
    levels: [
      {
        id: 'resistance-94589',
        kind: 'swing',
        side: 'resistance',
        low: 94_588.99,
        high: 94_789.08,
        score: 0.92,
        sources: ['swing-high 2026-01-05 94789', 'prior-week-high'],
        touches: 5,
        state: 'rejected',
        stateAt: Date.UTC(2026, 0, 5),
      },
      {
        id: 'support-90000',
        kind: 'round',
        side: 'support',
        low: 89_628,
        high: 90_000,
        score: 0.6,
        sources: ['round 90000', 'sma-50'],
        touches: 3,
        state: 'touched',
        stateAt: Date.UTC(2026, 0, 11),
      },
    ],
    patterns: [
      { kind: 'doji', timeframe: 'week', confirmed: true, at: Date.UTC(2026, 0, 11), target: null },
      {
        kind: 'double-top',
        timeframe: 'day',
        confirmed: false,
        at: Date.UTC(2026, 0, 5),
        target: 78_900,
        points: [
          { at: Date.UTC(2025, 11, 9), price: 94_589 },
          { at: Date.UTC(2026, 0, 5), price: 94_789 },
        ],
      },
    ],
    breakdown: [
      {
        levelId: 'support-90000',
        direction: 'down',
        horizonHours: 24,
        touch: 0.46,
        closeBeyond: 0.18,
        releasedUsd: 0.99e9,
        amplification: 1.18,
        expectedForcedUsd: 0.21e9,
        terminal: { p5: 87_100, p50: 88_300, p95: 89_000 },
        moveEnds: { p5: 86_600, p50: 88_100, p95: 89_000 },
      },
      {
        levelId: 'resistance-94589',
        direction: 'up',
        horizonHours: 24,
        touch: 0.24,
        closeBeyond: 0.12,
        releasedUsd: 1.41e9,
        amplification: 1.3,
        expectedForcedUsd: 0.22e9,
        terminal: { p5: 95_800, p50: 96_900, p95: 98_400 },
        moveEnds: { p5: 95_800, p50: 97_100, p95: 100_700 },
      },
    ],
    scenarios: {
      up: { trigger: 94_789, target: 98_200, probability: 0.14 },
      down: { trigger: 89_628, target: 84_400, probability: 0.11 },
    },
    context: {
      etf: { date: '2026-01-12', netFlowUsd: 116.7e6, sum5dUsd: -1.28e9, streakDays: 1 },
      events: [{ at: SAMPLE_AT + 3 * 3_600_000 + 12 * 60_000, title: 'CPI', country: 'US', impact: 'high' }],
      dvol: 43.2,
      realisedVol: 38.5,
      treasuries: null,
      sources: [
        { figure: 'etf', name: 'CoinMarketCap', status: 'failed', at: null, code: 'http' },
        { figure: 'etf', name: 'Bitbo', status: 'ok', at: SAMPLE_AT - 2 * 3_600_000, code: null },
        {
          figure: 'events',
          name: 'Forex Factory',
          status: 'ok',
          at: SAMPLE_AT - 3_600_000,
          code: null,
        },
        { figure: 'dvol', name: 'Deribit DVOL', status: 'ok', at: SAMPLE_AT - 600_000, code: null },
      ],
    },
    history: {
      largestLiquidationDays: [
        { date: '2025-10-10', usd: 19e9, reportedBy: 'coinglass', reportedOn: '2025-10-11' },
        { date: '2026-01-12', usd: 0.084e9 },
      ],
    },
    skill: {
      horizonHours: 1,
      ratio: { p5: 1.01, p50: 1.02, p95: 1.03 },
      windows: 214,
      days: 14,
      usd: 1.2e9,
      verdict: 'ahead',
    },
    sources: buildSources(),
    ...overrides,
  };
}

/** Against the peak of its bars alone. */
function bareOpenInterest(): MarketReport['openInterest'] {
  const { year: _year, dayBase: _dayBase, peakEstimate: _estimate, ...known } = buildReport().openInterest;
  return { ...known, dayChange: null };
}

/** A report before the engine's parts for levels, breaks, context and skill have anything to say. */
export const buildBareReport = (overrides: Partial<MarketReport> = {}): MarketReport =>
  buildReport({
    levels: [],
    patterns: [],
    breakdown: [],
    scenarios: { up: null, down: null },
    context: { etf: null, events: [], dvol: null, realisedVol: null, treasuries: null },
    history: { largestLiquidationDays: [] },
    skill: null,
    liquidations: { h1: null, h24: null },
    openInterest: bareOpenInterest(),
    clusters: buildReport().clusters.map((cluster) => ({
      ...cluster,
      touch: null,
      depth: null,
      cascade: null,
    })),
    ...overrides,
  });

/** The first minutes on a new machine. */
export const buildWarmingReport = (): MarketReport =>
  buildBareReport({
    warmUp: { barsLoaded: 2310, barsNeeded: 8640, done: false },
    liquidations: {
      h1: { longUsd: 1.2e6, shortUsd: 0.4e6, isLowerBound: true },
      h24: { longUsd: 51e6, shortUsd: 33e6, isLowerBound: true },
    },
    map: null,
    clusters: [],
    atRisk: [],
  });

/** What the worker tells five seconds after {@link buildReport}, USD. */
export const buildQuote = (price: number, overrides: Partial<Quote> = {}): Quote => ({
  market: 'BTCUSDT',
  at: SAMPLE_AT + 5_000,
  price,
  venueMark: { venue: 'binance', price, at: SAMPLE_AT + 5_000 },
  openInterestUsd: null,
  fundingRate8h: null,
  nextFundingAt: null,
  dayChange: null,
  ...overrides,
});

/** Binance's BTCUSDT page. */
export const buildPageMarket = (overrides: Partial<PageMarket> = {}): PageMarket => ({
  venue: 'binance',
  instrument: 'BTCUSDT',
  base: 'BTC',
  multiplier: 1,
  quote: 'USDT',
  kind: 'perpetual',
  ...overrides,
});
