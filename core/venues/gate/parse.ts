import type * as v from 'valibot';

import type { Candle, OpenInterestPoint } from '../../market/bars.ts';
import { readAssetName, type DeclaredClass } from '../../market/asset-name.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { AccountRatio, Depth } from '../../market/observations.ts';
import type { TierTable } from '../../market/tiers.ts';
import { HOUR_S } from '../../market/time.ts';
import type { ListedPart, TickerPart } from '../venue.ts';
import { readAnswer, wrongValue } from '../shared/answer.ts';
import { readCandles, type CandleContext } from '../shared/candles.ts';
import { toDepth, type QuotedLevel } from '../shared/depth.ts';
import { readListed } from '../shared/listed.ts';
import { expectSymbol, latest, rowOf, rowsOf } from '../shared/matching.ts';
import { readRows, rowsLike } from '../shared/rows.ts';
import { floorsFromCaps, toTierTable } from '../shared/tiers.ts';
import { nextFundingMs, pastMs } from '../shared/times.ts';
import { refuseFailure } from './failure.ts';
import * as schema from './schema.ts';

/** `BTC_USDT`; dated contracts carry their date behind it. */
const PERPETUAL_NAME = /^([^_]+)_(USDT)$/;

const CONTRACT_CLASSES: Readonly<Record<string, DeclaredClass>> = {
  '': 'crypto',
  stocks: 'equity',
  indices: 'index',
  metals: 'commodity',
  commodities: 'commodity',
  forex: 'currency',
};

const declaredClass = (contractType: string | undefined): DeclaredClass | undefined =>
  contractType === undefined ? undefined : (CONTRACT_CLASSES[contractType] ?? 'not-a-coin');

/** One contract is `quanto_multiplier` coins. */
export function parseContracts(json: unknown, nowMs: number): readonly Instrument[] {
  refuseFailure(json, nowMs);
  const traded = rowsLike(schema.tradedPerpetual, json, 'contracts');
  const perpetuals = traded.filter(({ name }) => PERPETUAL_NAME.test(name));
  return readRows(schema.perpetual, perpetuals, 'contracts.perpetuals', (row) => {
    const [, coin = '', quote = ''] = PERPETUAL_NAME.exec(row.name) ?? [];
    const named = readAssetName(coin, 'gate', declaredClass(row.contract_type));
    return {
      venue: 'gate',
      id: row.name,
      ...named,
      ...(row.is_pre_market === true ? { isPreMarket: true } : {}),
      quote,
      contractSize: row.quanto_multiplier,
      tickSize: row.order_price_round / named.multiplier,
    };
  });
}

/**
 * Closed candles in the range, contracts turned into coins; what takers bought is not told.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseCandlesticks(json: unknown, context: CandleContext): readonly Candle[] {
  refuseFailure(json, context.nowMs);
  return readCandles(schema.candlestick, json, 'candlesticks', context, (row) => ({
    openTimeS: row.t,
    open: row.o,
    high: row.h,
    low: row.l,
    close: row.c,
    volumeUnits: row.v * context.instrument.contractSize,
    turnoverUsd: row.sum,
    takerBuyUnits: null,
  }));
}

/** The answer names no time of its own. */
export function parseContract(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  refuseFailure(json, nowMs);
  const row = readAnswer(schema.contract, json, 'contract');
  expectSymbol('contract.name', row.name, instrument);
  return {
    atMs: nowMs,
    markPrice: row.mark_price / instrument.multiplier,
    indexPrice: row.index_price ? row.index_price / instrument.multiplier : null,
    ...standingOf(row, instrument, nowMs, 'contract'),
  };
}

/** Open interest of one side and funding of a contract. */
function standingOf(
  row: v.InferOutput<typeof schema.contract>,
  { multiplier, contractSize }: Instrument,
  nowMs: number,
  path: string,
) {
  const next = row.funding_next_apply === undefined ? undefined : row.funding_next_apply * 1000;
  return {
    openInterestBase: row.position_size * contractSize * multiplier,
    nextFundingAtMs: nextFundingMs(next, nowMs, `${path}.funding_next_apply`),
    fundingRate: row.funding_rate,
    fundingIntervalHours: row.funding_interval / HOUR_S,
  };
}

/** Prices, open interest of one side and funding of all perpetuals. */
export function parseStandings(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] {
  refuseFailure(json, nowMs);
  const list = { schema: schema.contract, rows: json, field: 'name', root: 'contracts' } as const;
  return readListed(listed, list, (row, instrument, path) => ({
    price: row.mark_price / instrument.multiplier,
    ...standingOf(row, instrument, nowMs, path),
  }));
}

/** The day's volume and change of all perpetuals. */
export function parseDayTickers(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] {
  refuseFailure(json, nowMs);
  const list = { schema: schema.dayTicker, rows: json, field: 'contract', root: 'tickers' } as const;
  return readListed(listed, list, (row) => ({
    turnoverUsd: row.volume_24h_quote,
    dayChange: typeof row.change_percentage === 'number' ? row.change_percentage / 100 : null,
  }));
}

/** A row of the list of tickers, whose `total_size` adds longs and shorts; it names its own contract's size. */
export function parseTickers(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  refuseFailure(json, nowMs);
  const row = rowOf(schema.ticker, json, 'contract', instrument, 'tickers');
  const { multiplier } = instrument;
  return {
    atMs: nowMs,
    markPrice: row.mark_price / multiplier,
    indexPrice: row.index_price ? row.index_price / multiplier : null,
    openInterestBase: (row.total_size / 2) * (row.quanto_multiplier || instrument.contractSize) * multiplier,
    fundingRate: row.funding_rate,
  };
}

/** The statistics add longs and shorts: half of it is what other venues call open interest. */
export function parseOpenInterestHistory(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
): readonly OpenInterestPoint[] {
  refuseFailure(json, nowMs);
  return readRows(schema.contractStats, json, 'contract_stats', (row, path) => ({
    atS: pastMs(row.time * 1000, nowMs, `${path}.time`) / 1000,
    openInterestBase: (row.open_interest / 2) * instrument.contractSize * instrument.multiplier,
  }));
}

/** Rows name no contract. */
export function parseAccountRatio(json: unknown, nowMs: number): AccountRatio {
  refuseFailure(json, nowMs);
  const rows = readRows(schema.contractStats, json, 'contract_stats', (row) => row);
  const row = latest(rows, ({ time }) => time, 'contract_stats');
  const longPerShort = row.lsr_account;
  if (longPerShort === undefined) throw wrongValue('contract_stats.lsr_account', 'a ratio', longPerShort);
  return {
    atMs: pastMs(row.time * 1000, nowMs, 'contract_stats.time'),
    longShare: longPerShort / (1 + longPerShort),
  };
}

/** Contracts become coins. The answer names no contract. @throws RateLimitedError, RegionError, SchemaError */
export function parseOrderBook(json: unknown, nowMs: number, instrument: Instrument): Depth {
  refuseFailure(json, nowMs);
  const book = readAnswer(schema.orderBook, json, 'order_book');
  const toUnits = ({ p, s }: { readonly p: number; readonly s: number }): QuotedLevel => [
    p,
    s * instrument.contractSize,
  ];
  return toDepth(
    pastMs(Math.round(book.current * 1000), nowMs, 'order_book.current'),
    book.bids.map(toUnits),
    book.asks.map(toUnits),
    instrument,
  );
}

/** Dollars of notional, with the deduction that makes the table continuous. */
export function parseRiskLimitTiers(json: unknown, nowMs: number, instrument: Instrument): TierTable {
  refuseFailure(json, nowMs);
  const rows = rowsOf(schema.riskLimitTier, json, 'contract', instrument, 'risk_limit_tiers');
  return toTierTable(
    instrument,
    'notional-usd',
    floorsFromCaps(
      rows.map((row) => ({
        cap: row.risk_limit,
        maintenanceRate: row.maintenance_rate,
        deductionUsd: row.deduction,
        maxLeverage: row.leverage_max,
      })),
    ),
    nowMs,
  );
}
