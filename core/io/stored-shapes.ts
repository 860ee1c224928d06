import { ASSET_CLASSES } from '../market/asset-class.ts';
import { VENUE_IDS } from '../market/venue-id.ts';
import {
  fieldsOf,
  isFiniteNumber as number,
  isFlag as flag,
  isRecord,
  isText as text,
  listOf,
  oneOf,
  optional,
  orNull,
} from './shapes.ts';

const venue = oneOf(...VENUE_IDS);
const side = oneOf('long', 'short');
const terminal = fieldsOf({ p5: number, p50: number, p95: number });
const quantiles = fieldsOf({ p10: number, p50: number, p90: number });
const scenario = fieldsOf({ trigger: number, target: number, probability: number });

const map = fieldsOf({
  logStep: number,
  firstBin: number,
  longExposureUsd: listOf(number),
  shortExposureUsd: listOf(number),
  longForcedUsd: listOf(number),
  shortForcedUsd: listOf(number),
  memory: number,
});

const cluster = fieldsOf({
  id: text,
  side,
  low: number,
  peak: number,
  high: number,
  exposureUsd: quantiles,
  forcedUsd: quantiles,
  edges: optional(fieldsOf({ low: quantiles, high: quantiles })),
  distance: number,
  touch: orNull(fieldsOf({ h4: number, h24: number, d7: number })),
  cascade: orNull(
    fieldsOf({ terminal, moveEnds: optional(terminal), forcedUsd: number, amplification: number }),
  ),
});

const level = fieldsOf({
  id: text,
  kind: text,
  side: oneOf('support', 'resistance'),
  low: number,
  high: number,
  score: number,
  sources: listOf(text),
  touches: number,
  state: oneOf('untouched', 'touched', 'rejected', 'closed-beyond', 'reclaimed'),
  stateAt: orNull(number),
});

const pattern = fieldsOf({
  kind: oneOf('doji', 'double-top', 'double-bottom'),
  timeframe: oneOf('day', 'week'),
  confirmed: flag,
  at: number,
  target: orNull(number),
});

const breakdown = fieldsOf({
  levelId: text,
  direction: oneOf('up', 'down'),
  horizonHours: number,
  touch: number,
  closeBeyond: number,
  releasedUsd: number,
  amplification: number,
  expectedForcedUsd: number,
  terminal,
  moveEnds: optional(terminal),
});

/** {@link import('../market/market-report.ts').MarketReport} */
export const reportShape = fieldsOf({
  version: oneOf(1),
  market: text,
  assetClass: optional(oneOf(...ASSET_CLASSES)),
  preMarket: optional(listOf(venue)),
  at: number,
  price: orNull(number),
  atr1dUsd: orNull(number),
  tickSize: orNull(number),
  warmUp: fieldsOf({ barsLoaded: number, barsNeeded: number, done: flag }),
  openInterest: fieldsOf({
    base: orNull(number),
    usd: orNull(number),
    peakUsd: orNull(number),
    peakAt: orNull(number),
    drawdown: orNull(number),
    perVenue: listOf(fieldsOf({ venue, base: number, usd: number, at: number, held: flag })),
  }),
  positioning: fieldsOf({
    fundingRate8h: orNull(number),
    longShortAccountRatio: orNull(number),
    takerImbalance: orNull(number),
    perVenue: listOf(
      fieldsOf({
        venue,
        fundingRate8h: orNull(number),
        longShortAccountRatio: orNull(number),
        takerImbalance: orNull(number),
      }),
    ),
  }),
  map: orNull(map),
  clusters: listOf(cluster),
  atRisk: listOf(fieldsOf({ price: number, side, exposureUsd: number, forcedUsd: number })),
  levels: listOf(level),
  patterns: listOf(pattern),
  breakdown: listOf(breakdown),
  scenarios: fieldsOf({ up: orNull(scenario), down: orNull(scenario) }),
  context: fieldsOf({
    etf: orNull(fieldsOf({ date: text, netFlowUsd: number, sum5dUsd: number, streakDays: number })),
    events: listOf(fieldsOf({ at: number, title: text, country: text, impact: text })),
    dvol: orNull(number),
    realisedVol: orNull(number),
    treasuries: orNull(number),
  }),
  history: fieldsOf({ largestLiquidationDays: listOf(fieldsOf({ date: text, usd: number })) }),
  skill: orNull(
    fieldsOf({
      horizonHours: number,
      ratio: terminal,
      windows: number,
      days: number,
      usd: number,
      verdict: text,
    }),
  ),
  warnings: optional(
    listOf(fieldsOf({ id: text, rule: text, at: number, price: number, code: text, figures: isRecord })),
  ),
  listening: optional(listOf(fieldsOf({ venue, by: orNull(oneOf('socket', 'request')) }))),
  storage: optional(listOf(text)),
  sources: listOf(
    fieldsOf({
      venue,
      kind: text,
      status: oneOf('ok', 'stale', 'failed'),
      at: orNull(number),
      code: orNull(text),
    }),
  ),
});
