import type { Candle } from '../../market/bars.ts';
import { SchemaError } from '../../market/errors.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { VenueId } from '../../market/venue-id.ts';
import * as binance from '../../venues/binance/parse.ts';
import * as bitget from '../../venues/bitget/parse.ts';
import * as bybit from '../../venues/bybit/parse.ts';
import { parseRiskLimits } from '../../venues/bybit/tiers.ts';
import * as gate from '../../venues/gate/parse.ts';
import * as hyperliquid from '../../venues/hyperliquid/parse.ts';
import { parseMarginTiers } from '../../venues/hyperliquid/tiers.ts';
import * as okx from '../../venues/okx/parse.ts';
import { VENUES } from '../../venues/registry.ts';
import type { CandleContext } from '../../venues/shared/candles.ts';
import type { TickerPart } from '../../venues/venue.ts';
import type { CandleInterval } from '../../market/time-range.ts';
import { type Dialect, dialectOf } from './dialect.ts';

export const WHATS = [
  'instruments',
  'candles',
  'openInterest',
  'openInterestHistory',
  'ticker',
  'fundingRate',
  'accountRatio',
  'depth',
  'tiers',
  'forcedOrders',
  'forcedOrderFrame',
] as const;

export type What = (typeof WHATS)[number];

/** Reads an answer about one instrument. @throws SchemaError, RateLimitedError, RegionError */
export type Reader = (json: unknown, context: CandleContext) => unknown;

/** The calls of a venue that tell a part of its ticker. */
type PartReader = (json: unknown, nowMs: number, instrument: Instrument) => TickerPart;

interface VenueReaders {
  readonly candles: (json: unknown, context: CandleContext) => readonly Candle[];
  readonly parts: Readonly<Record<'openInterest' | 'ticker' | 'fundingRate', readonly PartReader[]>>;
  readonly tiers: (json: unknown, nowMs: number, instrument: Instrument) => unknown;
}

const READERS: Readonly<Record<Dialect, VenueReaders>> = {
  binance: {
    candles: binance.parseKlines,
    parts: {
      openInterest: [binance.parseOpenInterest],
      ticker: [binance.parsePremiumIndex],
      fundingRate: [binance.parsePremiumIndex, binance.parseLastFunding],
    },
    tiers: binance.parseBrackets,
  },
  bybit: {
    candles: bybit.parseKlines,
    parts: {
      openInterest: [bybit.parseTicker],
      ticker: [bybit.parseTicker],
      fundingRate: [bybit.parseTicker],
    },
    tiers: parseRiskLimits,
  },
  okx: {
    candles: okx.parseCandles,
    parts: {
      openInterest: [okx.parseOpenInterest],
      ticker: [okx.parseMarkPrice],
      fundingRate: [okx.parseFundingRate],
    },
    tiers: okx.parsePositionTiers,
  },
  bitget: {
    candles: bitget.parseCandles,
    parts: {
      openInterest: [bitget.parseTicker, bitget.parseOpenInterest],
      ticker: [bitget.parseTicker],
      fundingRate: [bitget.parseFundingRate],
    },
    tiers: bitget.parseTiers,
  },
  gate: {
    candles: gate.parseCandlesticks,
    parts: {
      openInterest: [gate.parseContract, gate.parseTickers],
      ticker: [gate.parseContract, gate.parseTickers],
      fundingRate: [gate.parseContract, gate.parseTickers],
    },
    tiers: gate.parseRiskLimitTiers,
  },
  hyperliquid: {
    candles: (json, context) =>
      hyperliquid.parseCandles(json, { ...context, interval: intervalNamed(json) as CandleInterval }),
    parts: {
      openInterest: [hyperliquid.parseContexts],
      ticker: [hyperliquid.parseContexts],
      fundingRate: [hyperliquid.parseContexts],
    },
    tiers: parseMarginTiers,
  },
};

/** Candles of Hyperliquid name their interval. */
const intervalNamed = (json: unknown): unknown => {
  const first: unknown = Array.isArray(json) ? json[0] : null;
  return typeof first === 'object' && first !== null ? Reflect.get(first, 'i') : undefined;
};

const none = (venue: VenueId, what: What) => (): never => {
  throw new SchemaError(what, `${venue} has no such answer`);
};

/** The readers of what a payload is said to be, the likeliest first. */
export function readersOf(venue: VenueId, what: What): readonly Reader[] {
  const { candles, parts, tiers } = READERS[dialectOf(venue)];
  const { instruments, openInterestHistory, accountRatio, depth, recentForcedOrders } = VENUES[venue];
  const history: Reader = (json, { instrument, range, nowMs }) =>
    openInterestHistory?.page(instrument, range).parse(json, nowMs) ?? none(venue, what)();
  switch (what) {
    case 'instruments':
      return [(json, { nowMs }) => instruments().parse(json, nowMs)];
    case 'candles':
      return [candles];
    case 'openInterest':
      return [...parts.openInterest.map(asReader), history];
    case 'ticker':
    case 'fundingRate':
      return parts[what].map(asReader);
    case 'openInterestHistory':
      return [history];
    case 'accountRatio':
      return [
        (json, { instrument, nowMs }) => accountRatio?.(instrument).parse(json, nowMs) ?? none(venue, what)(),
      ];
    case 'depth':
      return [(json, { instrument, nowMs }) => depth(instrument).parse(json, nowMs)];
    case 'tiers':
      return [(json, { instrument, nowMs }) => tiers(json, nowMs, instrument)];
    case 'forcedOrders':
      return [
        (json, { instrument, range, nowMs }) =>
          recentForcedOrders?.(instrument, range).parse(json, nowMs).orders ?? none(venue, what)(),
      ];
    case 'forcedOrderFrame':
      return [none(venue, what)];
  }
}

const asReader =
  (read: PartReader): Reader =>
  (json, { instrument, nowMs }) =>
    read(json, nowMs, instrument);
