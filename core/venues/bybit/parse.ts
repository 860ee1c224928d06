import * as v from 'valibot';
import type { Candle, OpenInterestPoint } from '../../market/bars.ts';
import { readAssetName, type DeclaredClass } from '../../market/asset-name.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { AccountRatio, Depth } from '../../market/observations.ts';
import type { ListedPart, TickerPart } from '../venue.ts';
import { pricesOf, readCandles, type CandleContext } from '../shared/candles.ts';
import { toDepth } from '../shared/depth.ts';
import { readListed } from '../shared/listed.ts';
import { expectSymbol, latest, rowOf } from '../shared/matching.ts';
import { readRows, rowsLike } from '../shared/rows.ts';
import { nextFundingMs, pastMs } from '../shared/times.ts';
import { unwrap } from './envelope.ts';
import * as schema from './schema.ts';

/** `innovation` is the zone of new coins. */
const SYMBOL_CLASSES: Readonly<Record<string, DeclaredClass>> = {
  '': 'crypto',
  innovation: 'crypto',
  stock: 'equity',
  ETF: 'equity',
  commodity: 'commodity',
  forex: 'currency',
};

const declaredClass = (symbolType: string | undefined): DeclaredClass | undefined =>
  symbolType === undefined ? undefined : (SYMBOL_CLASSES[symbolType] ?? 'not-a-coin');

/**
 * Of one page the linear perpetuals that trade and settle in what they are quoted in; `tickSize` in USD for one coin.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseInstruments(json: unknown, nowMs: number): readonly Instrument[] {
  const { result } = unwrap(schema.instruments, json, nowMs, 'instruments-info');
  const traded = rowsLike(schema.tradedPerpetual, result.list, 'instruments-info');
  return readRows(schema.perpetual, traded, 'instruments-info.perpetuals', (row) => row)
    .filter((row) => row.settleCoin === row.quoteCoin)
    .map((row) => {
      const named = readAssetName(row.baseCoin, 'bybit', declaredClass(row.symbolType));
      return {
        venue: 'bybit',
        id: row.symbol,
        ...named,
        ...(row.isPreListing === true ? { isPreMarket: true } : {}),
        quote: row.quoteCoin,
        contractSize: 1,
        tickSize: row.priceFilter.tickSize / named.multiplier,
      };
    });
}

/** Where the next page of a list begins, as its own answer names it; null at the end. */
export function nextCursor(json: unknown): string | null {
  const paged = v.safeParse(schema.paged, json);
  return paged.success ? paged.output.result.nextPageCursor : null;
}

/**
 * Closed candles in the range; what takers bought is not told.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseKlines(json: unknown, context: CandleContext): readonly Candle[] {
  const { result } = unwrap(schema.klines, json, context.nowMs, 'kline');
  expectSymbol('kline.result.symbol', result.symbol, context.instrument);
  return readCandles(schema.kline, result.list, 'kline.result.list', context, (row) => ({
    ...pricesOf(row),
    volumeUnits: row[5],
    turnoverUsd: row[6],
    takerBuyUnits: null,
  }));
}

interface BothSides {
  readonly openInterest: number;
  readonly singleOpenInterest?: number | '' | undefined;
}

/** `openInterest` counts longs and shorts; half of it is what other venues call open interest. */
const oneSide = ({ openInterest, singleOpenInterest }: BothSides): number =>
  typeof singleOpenInterest === 'number' ? singleOpenInterest : openInterest / 2;

/**
 * Mark and index price in USD for one coin, open interest in coins of one side, funding as a fraction of notional for
 * one interval. An empty index is null, an empty rate left out.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseTicker(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const { result, atMs } = unwrap(schema.tickers, json, nowMs, 'tickers');
  const row = rowOf(schema.ticker, result.list, 'symbol', instrument, 'tickers.result.list');
  const { multiplier } = instrument;
  return {
    atMs,
    markPrice: row.markPrice / multiplier,
    indexPrice: row.indexPrice ? row.indexPrice / multiplier : null,
    openInterestBase: oneSide(row) * multiplier,
    ...fundingOf(row, nowMs, 'tickers'),
  };
}

/** The rate of one interval and when it is paid. */
const fundingOf = (row: v.InferOutput<typeof schema.ticker>, nowMs: number, path: string) => ({
  nextFundingAtMs: nextFundingMs(row.nextFundingTime || undefined, nowMs, `${path}.nextFundingTime`),
  ...(typeof row.fundingRate === 'number' ? { fundingRate: row.fundingRate } : {}),
  ...(row.fundingIntervalHour ? { fundingIntervalHours: row.fundingIntervalHour } : {}),
});

/** All perpetuals in one answer. */
export function parseTickers(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] {
  const { result } = unwrap(schema.tickers, json, nowMs, 'tickers');
  const list = {
    schema: schema.listedTicker,
    rows: result.list,
    field: 'symbol',
    root: 'tickers.result.list',
  } as const;
  return readListed(listed, list, (row, { multiplier }, path) => ({
    price: row.markPrice / multiplier,
    openInterestBase: oneSide(row) * multiplier,
    turnoverUsd: row.turnover24h,
    dayChange: typeof row.price24hPcnt === 'number' ? row.price24hPcnt : null,
    ...fundingOf(row, nowMs, path),
  }));
}

/**
 * Coins of one side at epoch seconds, in the venue's order and not cut to any range.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseOpenInterestHistory(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
): readonly OpenInterestPoint[] {
  const { result } = unwrap(schema.openInterestList, json, nowMs, 'open-interest');
  expectSymbol('open-interest.result.symbol', result.symbol, instrument);
  return readRows(schema.openInterest, result.list, 'open-interest.result.list', (row, path) => ({
    atS: Math.floor(pastMs(row.timestamp, nowMs, `${path}.timestamp`) / 1000),
    openInterestBase: oneSide(row) * instrument.multiplier,
  }));
}

/** The latest row's share of accounts that are long. @throws RateLimitedError, RegionError, SchemaError */
export function parseAccountRatio(json: unknown, nowMs: number, instrument: Instrument): AccountRatio {
  const { result } = unwrap(schema.accountRatios, json, nowMs, 'account-ratio');
  const rows = readRows(schema.accountRatio, result.list, 'account-ratio.result.list', (row) => row);
  const row = latest(rows, ({ timestamp }) => timestamp, 'account-ratio.result.list');
  expectSymbol('account-ratio.result.list.symbol', row.symbol, instrument);
  return { atMs: pastMs(row.timestamp, nowMs, 'account-ratio.timestamp'), longShare: row.buyRatio };
}

/** Sizes in units become coins. @throws RateLimitedError, RegionError, SchemaError */
export function parseOrderbook(json: unknown, nowMs: number, instrument: Instrument): Depth {
  const { result } = unwrap(schema.orderbook, json, nowMs, 'orderbook');
  expectSymbol('orderbook.result.s', result.s, instrument);
  return toDepth(pastMs(result.ts, nowMs, 'orderbook.result.ts'), result.b, result.a, instrument);
}
