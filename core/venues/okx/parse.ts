import type { Candle, OpenInterestPoint } from '../../market/bars.ts';
import { readAssetName, type DeclaredClass } from '../../market/asset-name.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { AccountRatio, Depth } from '../../market/observations.ts';
import type { TierTable } from '../../market/tiers.ts';
import type { TickerPart, TimeRange } from '../venue.ts';
import { readAnswer, wrongValue } from '../shared/answer.ts';
import { toCandles, type CandleContext } from '../shared/candles.ts';
import { toDepth, type QuotedLevel } from '../shared/depth.ts';
import { latest, rowOf } from '../shared/matching.ts';
import { ascending, withinRange } from '../shared/series.ts';
import { floorsFromCaps, toTierTable } from '../shared/tiers.ts';
import { nextFundingMs, pastMs } from '../shared/times.ts';
import { unwrap } from './envelope.ts';
import { familyOf } from './requests.ts';
import * as schema from './schema.ts';

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

/** Contracts are worth `ctVal` times `ctMult` coins; only those counted in the coin and settled in the quote are linear. */
export function parseInstruments(json: unknown, nowMs: number): readonly Instrument[] {
  return unwrap(schema.instruments, json, nowMs, 'instruments')
    .filter((row) => row.instType === 'SWAP' && row.ctType === 'linear' && row.state === 'live')
    .map((row, index) => readAnswer(schema.perpetual, row, `instruments.linear.${index}`))
    .filter((row) => row.instId === `${row.ctValCcy}-${row.settleCcy}-SWAP`)
    .map((row) => {
      const named = readAssetName(row.ctValCcy, 'okx', declaredClass(row.instCategory));
      return {
        venue: 'okx',
        id: row.instId,
        ...named,
        ...(row.ruleType === 'pre_market' ? { isPreMarket: true } : {}),
        quote: row.settleCcy,
        contractSize: row.ctVal * row.ctMult,
        tickSize: row.tickSz / named.multiplier,
      };
    });
}

export function parseCandles(json: unknown, context: CandleContext): readonly Candle[] {
  const rows = unwrap(schema.candles, json, context.nowMs, 'history-candles');
  return toCandles(
    rows
      .filter((row) => row[8] === '1')
      .map((row) => ({
        openTimeS: row[0] / 1000,
        open: row[1],
        high: row[2],
        low: row[3],
        close: row[4],
        volumeUnits: row[6],
        turnoverUsd: row[7],
        takerBuyUnits: null,
      })),
    context,
  );
}

export function parseMarkPrice(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const rows = unwrap(schema.markPrice, json, nowMs, 'mark-price');
  const row = rowOf(rows, ({ instId }) => instId, instrument, 'mark-price.data');
  return {
    atMs: pastMs(row.ts, nowMs, 'mark-price.data.ts'),
    markPrice: row.markPx / instrument.multiplier,
  };
}

/** `fundingTime` is when the rate is paid, `nextFundingTime` the time after: one interval lies between them. */
export function parseFundingRate(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const rows = unwrap(schema.fundingRates, json, nowMs, 'funding-rate');
  const row = rowOf(rows, ({ instId }) => instId, instrument, 'funding-rate.data');
  const hours = row.nextFundingTime ? (row.nextFundingTime - row.fundingTime) / 3_600_000 : 0;
  return {
    atMs: row.ts ? pastMs(row.ts, nowMs, 'funding-rate.data.ts') : nowMs,
    nextFundingAtMs: nextFundingMs(row.fundingTime, nowMs, 'funding-rate.data.fundingTime'),
    fundingRate: row.fundingRate,
    ...(hours >= 1 && hours <= 24 ? { fundingIntervalHours: hours } : {}),
  };
}

export function parseOpenInterest(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const rows = unwrap(schema.openInterest, json, nowMs, 'open-interest');
  const row = rowOf(rows, ({ instId }) => instId, instrument, 'open-interest.data');
  return {
    atMs: pastMs(row.ts, nowMs, 'open-interest.data.ts'),
    openInterestBase: row.oiCcy * instrument.multiplier,
  };
}

export function parseOpenInterestHistory(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
  range: TimeRange,
): readonly OpenInterestPoint[] {
  const points = unwrap(schema.openInterestHistory, json, nowMs, 'open-interest-history').map(
    (row, index) => ({
      atS: Math.floor(pastMs(row[0], nowMs, `open-interest-history.data.${index}.0`) / 1000),
      openInterestBase: row[2] * instrument.multiplier,
    }),
  );
  return ascending(
    withinRange(points, ({ atS }) => atS, range, 300),
    ({ atS }) => atS,
  );
}

export function parseAccountRatio(json: unknown, nowMs: number): AccountRatio {
  const rows = unwrap(schema.accountRatio, json, nowMs, 'long-short-account-ratio');
  const [atMs, longPerShort] = latest(rows, (row) => row[0], 'long-short-account-ratio.data');
  return {
    atMs: pastMs(atMs, nowMs, 'long-short-account-ratio.data.0'),
    longShare: longPerShort / (1 + longPerShort),
  };
}

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
  const rows = unwrap(schema.positionTiers, json, nowMs, 'position-tiers');
  const family = familyOf(instrument.id);
  const other = rows.find((row) => (row.instFamily || row.uly || family) !== family);
  if (other) throw wrongValue('position-tiers.data.instFamily', family, other.instFamily || other.uly);
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
