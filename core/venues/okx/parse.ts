import * as v from 'valibot';
import type { Candle, OpenInterestPoint } from '../../market/bars.ts';
import { readAssetName, type DeclaredClass } from '../../market/asset-name.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { AccountRatio, Depth } from '../../market/observations.ts';
import type { TierTable } from '../../market/tiers.ts';
import type { ListedPart, TickerPart } from '../venue.ts';
import { readAnswer, wrongValue } from '../shared/answer.ts';
import { pricesOf, readCandles, type CandleContext } from '../shared/candles.ts';
import { toDepth, type QuotedLevel } from '../shared/depth.ts';
import { readListed } from '../shared/listed.ts';
import { latest, rowOf } from '../shared/matching.ts';
import { readRows, rowsLike } from '../shared/rows.ts';
import { floorsFromCaps, toTierTable } from '../shared/tiers.ts';
import { nextFundingMs, pastMs } from '../shared/times.ts';
import { unwrap } from './envelope.ts';
import { familyOf } from './requests.ts';
import * as schema from './schema.ts';
import { HOUR_MS } from '../../market/time.ts';

/** Not to be confused with `category`, which is 1 for every swap. */
const INSTRUMENT_CLASSES: Readonly<Record<string, DeclaredClass>> = {
  '1': 'crypto',
  '3': 'equity',
  '4': 'commodity',
  '5': 'currency',
};

const declaredClass = (instCategory: string | undefined): DeclaredClass | undefined =>
  instCategory === undefined || instCategory === ''
    ? undefined
    : (INSTRUMENT_CLASSES[instCategory] ?? 'not-a-coin');

/** What linear contracts are quoted and settled in, which need not be the same: `BTC-USD_UM-SWAP` takes several. */
const DOLLARS = /^USD[A-Z]?$/;

/**
 * Contracts are worth `ctVal` times `ctMult` coins; only those counted in the coin are linear. X-perps are dated five
 * years ahead in name, pay funding, and are settled in dollars: `XAU-USD_UM_XPERP-310502` is gold against USD.
 */
export function parseInstruments(json: unknown, nowMs: number): readonly Instrument[] {
  const rows = unwrap(schema.list, json, nowMs, 'instruments');
  const traded = rowsLike(schema.tradedPerpetual, rows, 'instruments');
  return readRows(schema.perpetual, traded, 'instruments.linear', (row) => {
    const [coin, quote = ''] = row.instId.split(/[-_]/);
    if (coin !== row.ctValCcy || !DOLLARS.test(quote) || !DOLLARS.test(row.settleCcy)) return [];
    const named = readAssetName(row.ctValCcy, 'okx', declaredClass(row.instCategory));
    return [
      {
        venue: 'okx' as const,
        id: row.instId,
        ...named,
        ...(row.ruleType === 'pre_market' ? { isPreMarket: true } : {}),
        quote,
        contractSize: row.ctVal * (row.ctMult || 1),
        tickSize: row.tickSz / named.multiplier,
      },
    ];
  }).flat();
}

/**
 * Closed candles in the range, of the volume in coins; what takers bought is not told.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseCandles(json: unknown, context: CandleContext): readonly Candle[] {
  const rows = unwrap(schema.list, json, context.nowMs, 'history-candles');
  const closed = rows.filter((row) => !Array.isArray(row) || row[8] !== '0');
  return readCandles(schema.candle, closed, 'history-candles.data', context, (row) => ({
    ...pricesOf(row),
    volumeUnits: row[6],
    turnoverUsd: row[7],
    takerBuyUnits: null,
  }));
}

/** USD for one coin. @throws RateLimitedError, RegionError, SchemaError */
export function parseMarkPrice(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const rows = unwrap(schema.list, json, nowMs, 'mark-price');
  const row = rowOf(schema.markPrice, rows, 'instId', instrument, 'mark-price.data');
  return {
    atMs: pastMs(row.ts, nowMs, 'mark-price.data.ts'),
    markPrice: row.markPx / instrument.multiplier,
  };
}

/**
 * Funding as a fraction of notional for one interval; the interval's hours are left out where they come out below 1 or
 * above 24.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseFundingRate(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const rows = unwrap(schema.list, json, nowMs, 'funding-rate');
  const row = rowOf(schema.fundingRates, rows, 'instId', instrument, 'funding-rate.data');
  return {
    atMs: row.ts ? pastMs(row.ts, nowMs, 'funding-rate.data.ts') : nowMs,
    ...fundingOf(row, nowMs, 'funding-rate.data'),
  };
}

/**
 * `fundingTime` is when the rate is paid, for the time since `prevFundingTime`. Where that is not told, the interval after
 * it, until `nextFundingTime`, stands for its own.
 */
function fundingOf(row: v.InferOutput<typeof schema.fundingRates>, nowMs: number, path: string) {
  const [from, until] = row.prevFundingTime
    ? [row.prevFundingTime, row.fundingTime]
    : [row.fundingTime, row.nextFundingTime || row.fundingTime];
  const hours = (until - from) / HOUR_MS;
  return {
    nextFundingAtMs: nextFundingMs(row.fundingTime, nowMs, `${path}.fundingTime`),
    fundingRate: row.fundingRate,
    ...(hours >= 1 && hours <= 24 ? { fundingIntervalHours: hours } : {}),
  };
}

/** Open interest now, coins of one side. @throws RateLimitedError, RegionError, SchemaError */
export function parseOpenInterest(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const rows = unwrap(schema.list, json, nowMs, 'open-interest');
  const row = rowOf(schema.openInterest, rows, 'instId', instrument, 'open-interest.data');
  return {
    atMs: pastMs(row.ts, nowMs, 'open-interest.data.ts'),
    openInterestBase: row.oiCcy * instrument.multiplier,
  };
}

/** Prices and the day's volume of all swaps. */
export const parseTickers = (
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] =>
  listedRows(json, nowMs, listed, 'tickers', schema.ticker, (row, { multiplier }) => ({
    price: row.last / multiplier,
    turnoverUsd: row.volCcy24h * row.last,
    dayChange: row.open24h ? row.last / row.open24h - 1 : null,
  }));

/** Open interest of all swaps, coins of one side. @throws RateLimitedError, RegionError, SchemaError */
export const parseAllOpenInterest = (
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] =>
  listedRows(json, nowMs, listed, 'open-interest', schema.openInterest, (row, { multiplier }) => ({
    openInterestBase: row.oiCcy * multiplier,
  }));

/**
 * Funding of all swaps, as {@link parseFundingRate} has it of one.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export const parseAllFundingRates = (
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] =>
  listedRows(json, nowMs, listed, 'funding-rate', schema.fundingRates, (row, _instrument, path) =>
    fundingOf(row, nowMs, path),
  );

function listedRows<
  S extends v.GenericSchema<unknown, { readonly instId: string; readonly ts?: number | '' | undefined }>,
>(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
  name: string,
  rowSchema: S,
  toPart: Parameters<typeof readListed<S>>[2],
): readonly ListedPart[] {
  const rows = unwrap(schema.list, json, nowMs, name);
  const list = { schema: rowSchema, rows, field: 'instId', root: `${name}.data` } as const;
  return readListed(listed, list, (row, instrument, path) => {
    if (row.ts) pastMs(row.ts, nowMs, `${path}.ts`);
    return toPart(row, instrument, path);
  });
}

/**
 * Coins of one side at epoch seconds, in the venue's order and not cut to any range. Rows name no contract.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseOpenInterestHistory(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
): readonly OpenInterestPoint[] {
  const rows = unwrap(schema.list, json, nowMs, 'open-interest-history');
  const root = 'open-interest-history.data';
  return readRows(schema.openInterestPoint, rows, root, ([atMs, , coins], path) => ({
    atS: Math.floor(pastMs(atMs, nowMs, `${path}.0`) / 1000),
    openInterestBase: coins * instrument.multiplier,
  }));
}

/**
 * The latest row's share of accounts that are long. Rows name no contract.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseAccountRatio(json: unknown, nowMs: number): AccountRatio {
  const list = unwrap(schema.list, json, nowMs, 'long-short-account-ratio');
  const rows = readRows(schema.accountRatio, list, 'long-short-account-ratio.data', (row) => row);
  const [atMs, longPerShort] = latest(rows, (row) => row[0], 'long-short-account-ratio.data');
  return {
    atMs: pastMs(atMs, nowMs, 'long-short-account-ratio.data.0'),
    longShare: longPerShort / (1 + longPerShort),
  };
}

/** Contracts become coins. The answer names no contract. @throws RateLimitedError, RegionError, SchemaError */
export function parseBooks(json: unknown, nowMs: number, instrument: Instrument): Depth {
  const book = latest(unwrap(schema.books, json, nowMs, 'books'), ({ ts }) => ts, 'books.data');
  const toUnits = ([price, contracts]: readonly [number, number, ...unknown[]]): QuotedLevel => [
    price,
    contracts * instrument.contractSize,
  ];
  return toDepth(
    pastMs(book.ts, nowMs, 'books.data.ts'),
    book.bids.map(toUnits),
    book.asks.map(toUnits),
    instrument,
  );
}

/** Sizes are contracts and become coins; the whole position pays the rate of its tier, nothing is deducted. */
export function parsePositionTiers(json: unknown, nowMs: number, instrument: Instrument): TierTable {
  const list = unwrap(schema.list, json, nowMs, 'position-tiers');
  const family = familyOf(instrument.id);
  const rows = list.flatMap((row, index) => {
    const named = v.safeParse(schema.ofFamily, row);
    const other = named.success ? named.output.instFamily || named.output.uly || family : family;
    return other === family ? [readAnswer(schema.positionTier, row, `position-tiers.data.${index}`)] : [];
  });
  if (rows.length === 0) throw wrongValue('position-tiers.data', `tiers of ${family}`, list[0] ?? list);
  const coins = instrument.contractSize * instrument.multiplier;
  return toTierTable(
    instrument,
    'size-base',
    floorsFromCaps(
      rows.map((row) => ({
        cap: row.maxSz * coins,
        maintenanceRate: row.mmr,
        deductionUsd: 0,
        maxLeverage: row.maxLever,
      })),
    ),
    nowMs,
  );
}
