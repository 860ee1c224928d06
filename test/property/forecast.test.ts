import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ForecastMaps } from '../../core/engine/forecast/forecast-line.ts';
import { forecastSeries, type MarketRecording } from '../../core/headless/forecast.ts';
import type { Bars } from '../../core/market/bars.ts';
import type { ForcedOrder } from '../../core/market/forced-order.ts';
import { seededRandom } from '../support/build-bars.ts';

const BAR_S = 900;
const HOUR_S = 3600;
const START_S = 1_735_689_600;

/** A random market: bars, their minutes, and forced orders on both sides; the same for the same seed. */
function buildRecording(seed: number, count: number): MarketRecording {
  const random = seededRandom(seed);
  const minutes = buildColumns(count * 15, 60);
  const bars = buildColumns(count, BAR_S);
  const orders: ForcedOrder[] = [];
  let price = 50_000;
  let openInterest = 10_000;
  for (let minute = 0; minute < count * 15; minute++) {
    const open = price;
    price *= Math.exp(0.003 * (random() - 0.5));
    const row = Math.floor(minute / 15);
    setRow(minutes, minute, open, price);
    if (minute % 15 === 0) setRow(bars, row, open, price);
    else extendRow(bars, row, price);
    if (random() < 0.2)
      orders.push(buildOrder(START_S + 60 * minute + 60 * random(), price, open > price, random()));
    if (minute % 15 === 14) {
      openInterest *= Math.exp(0.02 * (random() - 0.5));
      bars.volumeBase[row] = 500 * random();
      bars.openInterestBase[row] = openInterest;
    }
  }
  return { bars, minutes, orders: orders.sort((a, b) => a.atMs - b.atMs), windows: null, positions: [] };
}

function buildColumns(length: number, intervalS: number): Bars {
  const column = () => new Float64Array(length);
  return {
    intervalS,
    openTimeS: Float64Array.from({ length }, (_, index) => START_S + index * intervalS),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volumeBase: column(),
    turnoverUsd: column(),
    takerBuyBase: column().fill(NaN),
    openInterestBase: column().fill(NaN),
  };
}

function setRow(bars: Bars, row: number, open: number, close: number): void {
  bars.open[row] = open;
  bars.high[row] = Math.max(open, close);
  bars.low[row] = Math.min(open, close);
  bars.close[row] = close;
}

function extendRow(bars: Bars, row: number, close: number): void {
  bars.high[row] = Math.max(bars.high[row]!, close);
  bars.low[row] = Math.min(bars.low[row]!, close);
  bars.close[row] = close;
}

const buildOrder = (atS: number, price: number, isLong: boolean, size: number): ForcedOrder => ({
  atMs: 1000 * atS,
  venue: size < 0.5 ? 'bybit' : 'binance',
  base: 'BTC',
  side: isLong ? 'long' : 'short',
  orderPrice: price * (isLong ? 0.995 : 1.005),
  filledPrice: price,
  quantityBase: size,
  notionalUsd: size * price,
});

/** `recording` until `atS` and, after it, `other`. */
function splice(recording: MarketRecording, other: MarketRecording, atS: number): MarketRecording {
  const join = (a: Bars, b: Bars): Bars => {
    const cut = a.openTimeS.filter((openTimeS) => openTimeS + a.intervalS <= atS).length;
    const column = (name: 'high' | 'low' | 'open' | 'close' | 'volumeBase' | 'openInterestBase') =>
      Float64Array.from(a[name], (value, row) => (row < cut ? value : b[name][row]!));
    return {
      ...a,
      open: column('open'),
      high: column('high'),
      low: column('low'),
      close: column('close'),
      volumeBase: column('volumeBase'),
      openInterestBase: column('openInterestBase'),
    };
  };
  return {
    ...recording,
    bars: join(recording.bars, other.bars),
    minutes: join(recording.minutes!, other.minutes!),
    orders: [
      ...recording.orders.filter((order) => order.atMs < 1000 * atS),
      ...other.orders.filter((order) => order.atMs >= 1000 * atS),
    ],
  };
}

function forecastLines(
  recording: MarketRecording,
  fromS: number,
  untilS: number,
  everyS = HOUR_S,
): Map<number, ForecastMaps> {
  const lines = new Map<number, ForecastMaps>();
  forecastSeries(recording, { fromS, untilS, everyS }, (atS, maps) => lines.set(atS, maps));
  return lines;
}

const DAYS = 2;
const BARS = (DAYS * 86_400) / BAR_S;
const END_S = START_S + DAYS * 86_400;

describe('a forecast', () => {
  test('does not change when the future changes', () => {
    assert(
      property(integer({ min: 1, max: 1e6 }), integer({ min: 4, max: BARS - 4 }), (seed, bar) => {
        const atS = START_S + bar * BAR_S;
        const recording = buildRecording(seed, BARS);

        const before = forecastLines(recording, START_S, atS, 1200);
        const after = forecastLines(
          splice(recording, buildRecording(seed + 1, BARS), atS),
          START_S,
          atS,
          1200,
        );

        expect(before.size).toBeGreaterThan(0);
        expect(after).toEqual(before);
      }),
      { numRuns: 6, seed: 7 },
    );
  });

  test('does not change when the future is missing', () => {
    const recording = buildRecording(3, BARS);
    const atS = START_S + 86_400;
    const cut = splice(recording, recording, atS);
    const short = (bars: Bars): Bars => {
      const length = bars.openTimeS.filter((openTimeS) => openTimeS + bars.intervalS <= atS).length;
      const view = (column: Float64Array) => column.slice(0, length);
      return {
        intervalS: bars.intervalS,
        openTimeS: view(bars.openTimeS),
        open: view(bars.open),
        high: view(bars.high),
        low: view(bars.low),
        close: view(bars.close),
        volumeBase: view(bars.volumeBase),
        turnoverUsd: view(bars.turnoverUsd),
        takerBuyBase: view(bars.takerBuyBase),
        openInterestBase: view(bars.openInterestBase),
      };
    };
    const missing: MarketRecording = {
      ...cut,
      bars: short(cut.bars),
      minutes: short(cut.minutes!),
      orders: cut.orders.filter((order) => order.atMs < 1000 * atS),
    };

    expect(forecastLines(missing, atS, atS)).toEqual(forecastLines(recording, atS, atS));
  });

  test('holds only finite amounts that are not negative', () => {
    assert(
      property(integer({ min: 1, max: 1e6 }), (seed) => {
        for (const maps of forecastLines(buildRecording(seed, BARS), START_S, END_S, 6 * HOUR_S).values()) {
          for (const column of [maps.long, maps.short, maps.exposureLong, maps.exposureShort]) {
            expect(column.every((usd) => Number.isFinite(usd) && usd >= 0)).toBe(true);
          }
        }
      }),
      { numRuns: 3, seed: 7 },
    );
  });

  test('puts longs below the price and shorts above it', () => {
    const [maps] = forecastLines(buildRecording(5, BARS), END_S, END_S).values();
    const bin = Math.floor(Math.log(maps!.price) / maps!.logStep) - maps!.firstBin;

    expect(maps!.long.slice(bin + 1).every((usd) => usd === 0)).toBe(true);
    expect(maps!.short.slice(0, bin).every((usd) => usd === 0)).toBe(true);
    expect(maps!.long[bin - 1]).toBeGreaterThan(0);
    expect(maps!.short[bin + 1]).toBeGreaterThan(0);
  });

  test('is the same to a tenth whatever was before, after a warm-up in which open interest turned over many times', () => {
    const recording = buildRecording(11, BARS);
    // Volume of 50 times open interest a day: in two days nothing of the start is left.
    const busy = {
      ...recording,
      bars: { ...recording.bars, volumeBase: recording.bars.volumeBase.map((v) => v * 40) },
    };
    const other = buildRecording(12, BARS);
    const hours = 4;
    const strange = splice(
      { ...other, bars: { ...other.bars, openTimeS: busy.bars.openTimeS } },
      busy,
      START_S + hours * HOUR_S,
    );

    const [known] = forecastLines(busy, END_S, END_S).values();
    const [shown] = forecastLines(strange, END_S, END_S).values();

    const total = (maps: ForecastMaps | undefined): number =>
      maps!.exposureLong.reduce((sum, usd) => sum + usd, 0);
    expect(total(shown) / total(known)).toBeGreaterThan(0.9);
    expect(total(shown) / total(known)).toBeLessThan(1.1);
  });
});
