import type * as v from 'valibot';

import type { AssetClass } from '../../market/asset.ts';
import type { Candle, OpenInterestPoint } from '../../market/bars.ts';
import { readAssetName, type DeclaredClass } from '../../market/asset-name.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { AccountRatio, Depth } from '../../market/observations.ts';
import type { TierTable } from '../../market/tiers.ts';
import type { TickerPart, TimeRange } from '../venue.ts';
import { readAnswer } from '../shared/answer.ts';
import { toCandles, type CandleContext } from '../shared/candles.ts';
import { toDepth } from '../shared/depth.ts';
import { expectSymbol, latest, rowOf } from '../shared/matching.ts';
import { ascending, withinRange } from '../shared/series.ts';
import { toTierTable } from '../shared/tiers.ts';
import { nextFundingMs, pastMs } from '../shared/times.ts';
import { refuseFailure } from './failure.ts';
import * as schema from './schema.ts';

/** Perpetuals on coins and, since 2025, on shares and metals; dated contracts have other types. */
const PERPETUAL_TYPES: readonly unknown[] = ['PERPETUAL', 'TRADIFI_PERPETUAL'];

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

export function parseInstruments(json: unknown, nowMs: number): readonly Instrument[] {
  refuseFailure(json, nowMs);
  const { symbols } = readAnswer(schema.exchangeInfo, json, 'exchangeInfo');
  return symbols
    .filter((symbol) => PERPETUAL_TYPES.includes(symbol.contractType) && symbol.status === 'TRADING')
    .map((symbol, index) => readAnswer(schema.perpetual, symbol, `exchangeInfo.perpetuals.${index}`))
    .filter((symbol) => symbol.marginAsset === symbol.quoteAsset)
    .map((symbol) => {
      const named = readAssetName(symbol.baseAsset, 'binance', declaredClass(symbol));
      const filter = symbol.filters.find(({ filterType }) => filterType === 'PRICE_FILTER');
      const { tickSize } = readAnswer(schema.priceFilter, filter, `${symbol.symbol}.PRICE_FILTER`);
      return {
        venue: 'binance',
        id: symbol.symbol,
        ...named,
        ...(symbol.underlyingType === 'PREMARKET' ? { isPreMarket: true } : {}),
        quote: symbol.quoteAsset,
        contractSize: 1,
        tickSize: tickSize / named.multiplier,
      };
    });
}

export function parseKlines(json: unknown, context: CandleContext): readonly Candle[] {
  refuseFailure(json, context.nowMs);
  const rows = readAnswer(schema.klines, json, 'klines');
  return toCandles(
    rows.map((row) => ({
      openTimeS: row[0] / 1000,
      open: row[1],
      high: row[2],
      low: row[3],
      close: row[4],
      volumeUnits: row[5],
      turnoverUsd: row[7],
      takerBuyUnits: row[9],
    })),
    context,
  );
}

export function parsePremiumIndex(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  refuseFailure(json, nowMs);
  const answer = readAnswer(schema.premiumIndex, json, 'premiumIndex');
  expectSymbol('premiumIndex.symbol', answer.symbol, instrument);
  const { multiplier } = instrument;
  const rate = answer.lastFundingRate;
  return {
    atMs: pastMs(answer.time, nowMs, 'premiumIndex.time'),
    markPrice: answer.markPrice / multiplier,
    indexPrice: answer.indexPrice ? answer.indexPrice / multiplier : null,
    nextFundingAtMs: nextFundingMs(answer.nextFundingTime, nowMs, 'premiumIndex.nextFundingTime'),
    ...(typeof rate === 'number' ? { fundingRate: rate } : {}),
  };
}

export function parseOpenInterest(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  refuseFailure(json, nowMs);
  const answer = readAnswer(schema.openInterest, json, 'openInterest');
  expectSymbol('openInterest.symbol', answer.symbol, instrument);
  return {
    atMs: pastMs(answer.time, nowMs, 'openInterest.time'),
    openInterestBase: answer.openInterest * instrument.multiplier,
  };
}

/** The interval between the last two fundings, which the venue names nowhere for every symbol. */
export function parseFundingInterval(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  refuseFailure(json, nowMs);
  const rows = readAnswer(schema.fundingHistory, json, 'fundingRate');
  rows.forEach((row, index) => {
    expectSymbol(`fundingRate.${index}.symbol`, row.symbol, instrument);
    pastMs(row.fundingTime, nowMs, `fundingRate.${index}.fundingTime`);
  });
  const times = ascending(rows, (row) => row.fundingTime).map((row) => row.fundingTime);
  const [before, last] = times.slice(-2);
  if (before === undefined || last === undefined) return { atMs: nowMs };
  const hours = Math.round((last - before) / 3_600_000);
  return hours >= 1 && hours <= 24 ? { atMs: nowMs, fundingIntervalHours: hours } : { atMs: nowMs };
}

export function parseOpenInterestHistory(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
  range: TimeRange,
): readonly OpenInterestPoint[] {
  refuseFailure(json, nowMs);
  const rows = readAnswer(schema.openInterestHistory, json, 'openInterestHist');
  const points = rows.map((row, index) => {
    expectSymbol(`openInterestHist.${index}.symbol`, row.symbol, instrument);
    return {
      atS: Math.floor(pastMs(row.timestamp, nowMs, `openInterestHist.${index}.timestamp`) / 1000),
      openInterestBase: row.sumOpenInterest * instrument.multiplier,
    };
  });
  return ascending(
    withinRange(points, (point) => point.atS, range, 300),
    (point) => point.atS,
  );
}

export function parseAccountRatio(json: unknown, nowMs: number, instrument: Instrument): AccountRatio {
  refuseFailure(json, nowMs);
  const rows = readAnswer(schema.accountRatio, json, 'globalLongShortAccountRatio');
  const row = latest(rows, (candidate) => candidate.timestamp, 'globalLongShortAccountRatio');
  expectSymbol('globalLongShortAccountRatio.symbol', row.symbol, instrument);
  return {
    atMs: pastMs(row.timestamp, nowMs, 'globalLongShortAccountRatio.timestamp'),
    longShare: row.longAccount,
  };
}

export function parseDepth(json: unknown, nowMs: number, instrument: Instrument): Depth {
  refuseFailure(json, nowMs);
  const book = readAnswer(schema.depth, json, 'depth');
  return toDepth(pastMs(book.T, nowMs, 'depth.T'), book.bids, book.asks, instrument);
}

export function parseBrackets(json: unknown, nowMs: number, instrument: Instrument): TierTable {
  const { data } = readAnswer(schema.brackets, json, 'brackets');
  const row = rowOf(data.brackets, (candidate) => candidate.symbol, instrument, 'brackets');
  const { riskBrackets } = readAnswer(schema.riskBrackets, row, `brackets.${instrument.id}`);
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
