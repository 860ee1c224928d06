import * as v from 'valibot';

import type { Candle } from '../../market/bars.ts';
import { readAssetName, type DeclaredClass } from '../../market/asset-name.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { AccountRatio, Depth } from '../../market/observations.ts';
import type { TierTable } from '../../market/tiers.ts';
import type { ListedPart, TickerPart } from '../venue.ts';
import { readAnswer, wrongValue } from '../shared/answer.ts';
import { pricesOf, readCandles, type CandleContext } from '../shared/candles.ts';
import { toDepth } from '../shared/depth.ts';
import { readListed } from '../shared/listed.ts';
import { latest, rowOf, rowsOf } from '../shared/matching.ts';
import { readRows, rowsLike } from '../shared/rows.ts';
import { floorsFromCaps, toTierTable } from '../shared/tiers.ts';
import { nextFundingMs, pastMs } from '../shared/times.ts';
import { unwrap } from './envelope.ts';
import * as schema from './schema.ts';

const SYMBOL_CLASSES: Readonly<Record<string, DeclaredClass>> = {
  stock: 'equity',
  metal: 'commodity',
  commodity: 'commodity',
};

/** Neither field is enough alone: currencies, indices and some shares are `crypto` with `isRwa` YES. */
function declaredClass(symbolType: string | undefined, isRwa: string): DeclaredClass | undefined {
  if (symbolType === undefined) return undefined;
  if (isRwa !== 'YES' && (symbolType === '' || symbolType === 'crypto')) return 'crypto';
  return SYMBOL_CLASSES[symbolType] ?? 'not-a-coin';
}

/**
 * USDT perpetuals that trade, in either version of the list; `tickSize` in USD for one coin.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseInstruments(json: unknown, nowMs: number): readonly Instrument[] {
  const rows = unwrap(schema.list, json, nowMs, 'instruments');
  const traded = rowsLike(schema.tradedPerpetual, rows, 'instruments');
  return readRows(schema.tradedPerpetual, traded, 'instruments.perpetuals', (one, path) => {
    const isContract = v.is(schema.tradedContract, one);
    const instrument = isContract ? readAnswer(schema.contract, one, path) : one;
    const row = readAnswer(schema.perpetual, instrument, path);
    const named = readAssetName(row.baseCoin, 'bitget', declaredClass(row.symbolType, row.isRwa));
    return {
      venue: 'bitget',
      id: row.symbol,
      ...named,
      quote: row.quoteCoin,
      contractSize: 1,
      tickSize: row.priceMultiplier / named.multiplier,
    };
  });
}

/**
 * Closed candles in the range; what takers bought is not told.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseCandles(json: unknown, context: CandleContext): readonly Candle[] {
  const rows = unwrap(schema.list, json, context.nowMs, 'candles');
  return readCandles(schema.candle, rows, 'candles.data', context, (row) => ({
    ...pricesOf(row),
    volumeUnits: row[5],
    turnoverUsd: row[6],
    takerBuyUnits: null,
  }));
}

/**
 * Mark and index price in USD for one coin, the index null where it is 0 or empty; open interest in coins of one side.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseTicker(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const rows = unwrap(schema.list, json, nowMs, 'ticker');
  const row = rowOf(schema.ticker, rows, 'symbol', instrument, 'ticker.data');
  const { multiplier } = instrument;
  const amount = row.holdingAmount ?? row.openInterest;
  if (amount === undefined) throw wrongValue('ticker.data.holdingAmount', 'an amount of coins', amount);
  return {
    atMs: pastMs(row.ts, nowMs, 'ticker.data.ts'),
    markPrice: row.markPrice / multiplier,
    indexPrice: row.indexPrice ? row.indexPrice / multiplier : null,
    openInterestBase: amount * multiplier,
  };
}

/** Open interest alone, in either form of its own endpoint. */
export function parseOpenInterest(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const { openInterestList, list, ts } = unwrap(schema.openInterest, json, nowMs, 'open-interest');
  const rows = openInterestList ?? list;
  const row = rowOf(schema.openInterestRow, rows, 'symbol', instrument, 'open-interest.data');
  return {
    atMs: pastMs(ts, nowMs, 'open-interest.data.ts'),
    openInterestBase: (row.size ?? row.openInterest ?? NaN) * instrument.multiplier,
  };
}

/**
 * Funding as a fraction of notional for one interval, and the interval's hours. The answer names no time of its own.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseFundingRate(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const rows = unwrap(schema.list, json, nowMs, 'current-fund-rate');
  const row = rowOf(schema.fundingRates, rows, 'symbol', instrument, 'current-fund-rate.data');
  return { atMs: nowMs, ...fundingOf(row, nowMs, 'current-fund-rate.data') };
}

const fundingOf = (row: v.InferOutput<typeof schema.fundingRates>, nowMs: number, path: string) => ({
  fundingRate: row.fundingRate,
  fundingIntervalHours: row.fundingRateInterval,
  nextFundingAtMs: nextFundingMs(row.nextUpdate || undefined, nowMs, `${path}.nextUpdate`),
});

/** Prices, open interest and the day's volume of all perpetuals. */
export function parseTickers(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] {
  const rows = unwrap(schema.list, json, nowMs, 'tickers');
  const list = { schema: schema.listedTicker, rows, field: 'symbol', root: 'tickers.data' } as const;
  return readListed(listed, list, (row, { multiplier }, path) => {
    pastMs(row.ts, nowMs, `${path}.ts`);
    return {
      price: row.markPrice / multiplier,
      openInterestBase: row.holdingAmount * multiplier,
      turnoverUsd: row.usdtVolume,
      dayChange: typeof row.change24h === 'number' ? row.change24h : null,
    };
  });
}

/** Funding with its interval of all perpetuals. */
export function parseFundingRates(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] {
  const rows = unwrap(schema.list, json, nowMs, 'current-fund-rate');
  const list = {
    schema: schema.fundingRates,
    rows,
    field: 'symbol',
    root: 'current-fund-rate.data',
  } as const;
  return readListed(listed, list, (row, _instrument, path) => fundingOf(row, nowMs, path));
}

/** Rows name no symbol; only the sum of both ratios tells a real answer from an empty one. */
export function parseAccountRatio(json: unknown, nowMs: number): AccountRatio {
  const list = unwrap(schema.list, json, nowMs, 'account-long-short');
  const rows = readRows(schema.accountRatio, list, 'account-long-short.data', (row) => row);
  const row = latest(rows, ({ ts }) => ts, 'account-long-short.data');
  const sum = row.longAccountRatio + row.shortAccountRatio;
  if (sum === 0) throw wrongValue('account-long-short.data.longAccountRatio', 'a share of accounts', 0);
  return {
    atMs: pastMs(row.ts, nowMs, 'account-long-short.data.ts'),
    longShare: row.longAccountRatio / sum,
  };
}

/**
 * Sizes in units become coins. The answer names no symbol.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseDepth(json: unknown, nowMs: number, instrument: Instrument): Depth {
  const book = unwrap(schema.mergeDepth, json, nowMs, 'merge-depth');
  return toDepth(pastMs(book.ts, nowMs, 'merge-depth.data.ts'), book.bids, book.asks, instrument);
}

/** Dollars of notional; the venue publishes no deduction. */
export function parseTiers(json: unknown, nowMs: number, instrument: Instrument): TierTable {
  const list = unwrap(schema.list, json, nowMs, 'query-position-lever');
  const rows = rowsOf(schema.positionTier, list, 'symbol', instrument, 'query-position-lever.data');
  return toTierTable(
    instrument,
    'notional-usd',
    floorsFromCaps(
      rows.map((row) => ({
        cap: row.endUnit,
        maintenanceRate: row.keepMarginRate,
        deductionUsd: 0,
        maxLeverage: row.leverage,
      })),
    ),
    nowMs,
  );
}
