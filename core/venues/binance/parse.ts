import type * as v from 'valibot';

import type { AssetClass } from '../../market/asset-class.ts';
import type { Candle, OpenInterestPoint } from '../../market/bars.ts';
import { readAssetName, type DeclaredClass } from '../../market/asset-name.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { AccountRatio, Depth } from '../../market/observations.ts';
import type { TierTable } from '../../market/tiers.ts';
import { MINUTE_MS } from '../../market/time.ts';
import type { VenueId } from '../../market/venue-id.ts';
import type { ListedPart, TickerPart } from '../venue.ts';
import { readAnswer } from '../shared/answer.ts';
import { pricesOf, readCandles, type CandleContext } from '../shared/candles.ts';
import { toDepth } from '../shared/depth.ts';
import { readListed } from '../shared/listed.ts';
import { expectSymbol, latest, rowOf } from '../shared/matching.ts';
import { readRows, rowsLike } from '../shared/rows.ts';
import { toTierTable } from '../shared/tiers.ts';
import { nextFundingMs, pastMs } from '../shared/times.ts';
import { refuseFailure } from './failure.ts';
import * as schema from './schema.ts';

const UNDERLYING_CLASSES: Readonly<Record<string, AssetClass>> = {
  EQUITY: 'equity',
  // Shares of companies that are not listed yet.
  PREMARKET: 'equity',
  COMMODITY: 'commodity',
  INDEX: 'index',
};

/**
 * The kind of contract says whether it is a coin: indices of coins are perpetuals of coins, `BTCDOMUSDT`, whatever
 * stands under them. Recorded in September 2026: 570 coins, 170 others.
 */
const declaredClass = ({
  contractType,
  underlyingType,
}: v.InferOutput<typeof schema.perpetual>): DeclaredClass =>
  contractType === 'PERPETUAL' ? 'crypto' : (UNDERLYING_CLASSES[underlyingType ?? ''] ?? 'not-a-coin');

/**
 * Perpetuals that trade and are margined in what they are quoted in; `tickSize` in USD for one coin. One that cannot
 * be read costs itself.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseInstruments(json: unknown, nowMs: number, venue: VenueId): readonly Instrument[] {
  refuseFailure(json, nowMs);
  const { symbols } = readAnswer(schema.exchangeInfo, json, 'exchangeInfo');
  const traded = rowsLike(schema.tradedPerpetual, symbols, 'exchangeInfo');
  return readRows(schema.perpetual, traded, 'exchangeInfo.perpetuals', (symbol) => {
    if (symbol.marginAsset !== symbol.quoteAsset) return [];
    const named = readAssetName(symbol.baseAsset, venue, declaredClass(symbol));
    const filter = symbol.filters.find(({ filterType }) => filterType === 'PRICE_FILTER');
    const { tickSize } = readAnswer(schema.priceFilter, filter, `${symbol.symbol}.PRICE_FILTER`);
    return [
      {
        venue,
        id: symbol.symbol,
        ...named,
        ...(symbol.underlyingType === 'PREMARKET' ? { isPreMarket: true } : {}),
        quote: symbol.quoteAsset,
        contractSize: 1,
        tickSize: tickSize / named.multiplier,
      },
    ];
  }).flat();
}

/**
 * Closed candles in the range, with the coins that takers bought; see {@link readCandles} for what is left out.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseKlines(json: unknown, context: CandleContext): readonly Candle[] {
  refuseFailure(json, context.nowMs);
  return readCandles(schema.kline, json, 'klines', context, (row) => ({
    ...pricesOf(row),
    volumeUnits: row[5],
    turnoverUsd: row[7],
    takerBuyUnits: row[9],
  }));
}

/**
 * Mark and index price in USD for one coin, the index null where it is 0 or not sent; funding as a fraction of
 * notional for one interval, left out where the venue sends none.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parsePremiumIndex(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  refuseFailure(json, nowMs);
  const answer = readAnswer(schema.premiumIndex, json, 'premiumIndex');
  expectSymbol('premiumIndex.symbol', answer.symbol, instrument);
  const { multiplier } = instrument;
  return {
    atMs: pastMs(answer.time, nowMs, 'premiumIndex.time'),
    markPrice: answer.markPrice / multiplier,
    indexPrice: answer.indexPrice ? answer.indexPrice / multiplier : null,
    ...fundingOf(answer, nowMs, 'premiumIndex'),
  };
}

const fundingOf = (
  { nextFundingTime, lastFundingRate: rate }: v.InferOutput<typeof schema.premiumIndex>,
  nowMs: number,
  path: string,
) => ({
  nextFundingAtMs: nextFundingMs(nextFundingTime, nowMs, `${path}.nextFundingTime`),
  ...(typeof rate === 'number' ? { fundingRate: rate } : {}),
});

/** Prices and funding of all perpetuals. */
export function parsePremiumIndexes(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] {
  refuseFailure(json, nowMs);
  const list = { schema: schema.premiumIndex, rows: json, field: 'symbol', root: 'premiumIndex' } as const;
  return readListed(listed, list, (row, { multiplier }, path) => ({
    price: row.markPrice / multiplier,
    ...fundingOf(row, nowMs, path),
  }));
}

/** The day's volume and change of all perpetuals. */
export function parseDayTickers(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] {
  refuseFailure(json, nowMs);
  const list = { schema: schema.dayTicker, rows: json, field: 'symbol', root: 'ticker.24hr' } as const;
  return readListed(listed, list, (row) => ({
    turnoverUsd: row.quoteVolume,
    dayChange: row.priceChangePercent / 100,
  }));
}

/** Of symbols that the list of other intervals does not name. */
const USUAL_INTERVAL_HOURS = 8;

/** Hours between two payments of all perpetuals: the list names those alone whose interval or bounds were changed. */
export function parseFundingInfo(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] {
  refuseFailure(json, nowMs);
  const list = { schema: schema.fundingInterval, rows: json, field: 'symbol', root: 'fundingInfo' } as const;
  const named = readListed(listed, list, ({ fundingIntervalHours }) => ({ fundingIntervalHours }));
  return [...listed.map(({ id }) => ({ id, fundingIntervalHours: USUAL_INTERVAL_HOURS })), ...named];
}

/** Open interest now, coins of one side. @throws RateLimitedError, RegionError, SchemaError */
export function parseOpenInterest(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  refuseFailure(json, nowMs);
  const answer = readAnswer(schema.openInterest, json, 'openInterest');
  expectSymbol('openInterest.symbol', answer.symbol, instrument);
  return {
    atMs: pastMs(answer.time, nowMs, 'openInterest.time'),
    openInterestBase: answer.openInterest * instrument.multiplier,
  };
}

/** A payment that was due so long ago may not be listed yet. */
const LISTED_AFTER_MS = MINUTE_MS;

/**
 * When funding was last paid. With the next payment's time it tells the interval, which the venue names nowhere for
 * every symbol; the last two payments would tell a change of it one payment late.
 */
export function parseLastFunding(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  refuseFailure(json, nowMs);
  const times = readRows(schema.funding, json, 'fundingRate', (row, path) => {
    expectSymbol(`${path}.symbol`, row.symbol, instrument);
    return pastMs(row.fundingTime, nowMs, `${path}.fundingTime`);
  });
  const [last, before] = times.toSorted((a, b) => b - a);
  if (last === undefined) return { atMs: nowMs };
  const due = before === undefined ? Infinity : 2 * last - before;
  return { atMs: nowMs, lastFundingAtMs: nowMs >= due && nowMs < due + LISTED_AFTER_MS ? due : last };
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
  refuseFailure(json, nowMs);
  return readRows(schema.openInterestPoint, json, 'openInterestHist', (row, path) => {
    expectSymbol(`${path}.symbol`, row.symbol, instrument);
    return {
      atS: Math.floor(pastMs(row.timestamp, nowMs, `${path}.timestamp`) / 1000),
      openInterestBase: row.sumOpenInterest * instrument.multiplier,
    };
  });
}

/** The latest row's share of accounts that are long. @throws RateLimitedError, RegionError, SchemaError */
export function parseAccountRatio(json: unknown, nowMs: number, instrument: Instrument): AccountRatio {
  refuseFailure(json, nowMs);
  const rows = readRows(schema.accountRatio, json, 'globalLongShortAccountRatio', (row) => row);
  const row = latest(rows, (candidate) => candidate.timestamp, 'globalLongShortAccountRatio');
  expectSymbol('globalLongShortAccountRatio.symbol', row.symbol, instrument);
  return {
    atMs: pastMs(row.timestamp, nowMs, 'globalLongShortAccountRatio.timestamp'),
    longShare: row.longAccount,
  };
}

/**
 * Sizes in units become coins. The answer names no symbol.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseDepth(json: unknown, nowMs: number, instrument: Instrument): Depth {
  refuseFailure(json, nowMs);
  const book = readAnswer(schema.depth, json, 'depth');
  return toDepth(pastMs(book.T, nowMs, 'depth.T'), book.bids, book.asks, instrument);
}

/**
 * The trading site's tiers, dollars of notional, with what is taken off in dollars.
 * @throws SchemaError, for a refusal of the site too
 */
export function parseBrackets(json: unknown, nowMs: number, instrument: Instrument): TierTable {
  const { data } = readAnswer(schema.brackets, json, 'brackets');
  const { riskBrackets } = rowOf(schema.riskBrackets, data.brackets, 'symbol', instrument, 'brackets');
  return toTierTable(
    instrument,
    'notional-usd',
    riskBrackets.map((bracket) => ({
      floor: bracket.bracketNotionalFloor,
      cap: bracket.bracketNotionalCap,
      maintenanceRate: bracket.bracketMaintenanceMarginRate,
      deductionUsd: bracket.cumFastMaintenanceAmount,
      maxLeverage: bracket.maxOpenPosLeverage,
    })),
    nowMs,
  );
}
