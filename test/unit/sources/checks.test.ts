import { describe, expect, test } from 'vitest';

import type { Candle } from '../../../core/market/bars.ts';
import type { Ticker } from '../../../core/market/observations.ts';
import { checkCandles, checkOpenInterest, checkTicker } from '../../../core/sources/checks.ts';
import { GlitchError } from '../../../core/sources/glitch-error.ts';

const NOW_MS = 1_800_000_000_000;
const ticker: Ticker = {
  atMs: NOW_MS,
  markPrice: 100,
  indexPrice: null,
  openInterestBase: 5,
  fundingRate8h: null,
  nextFundingAtMs: null,
};
const candle: Candle = {
  openTimeS: 300,
  open: 100,
  high: 102,
  low: 99,
  close: 101,
  volumeBase: 1,
  turnoverUsd: 100,
  takerBuyBase: null,
};
const range = { fromS: 0, untilS: 600 };

/** A page of four candles that all have `change`. */
const page = { fromS: 300, untilS: 1200 };
const pageOf = (change: Partial<Candle>): readonly Candle[] =>
  [300, 600, 900, 1200].map((openTimeS) => ({ ...candle, openTimeS, ...change }));

describe('a ticker', () => {
  test.each<[string, Partial<Ticker>]>([
    ['of a quarter of an hour ago', { atMs: NOW_MS - 15 * 60_000 }],
    ['from the future', { atMs: NOW_MS + 2 * 60_000 }],
    ['with a price of zero', { markPrice: 0 }],
    ['with a negative price', { markPrice: -100 }],
    ['with no number for a price', { markPrice: NaN }],
    ['with negative open interest', { openInterestBase: -5 }],
  ])('%s is refused', (_what, change) => {
    expect(() => checkTicker({ ...ticker, ...change }, NOW_MS)).toThrow(GlitchError);
  });

  test('of a contract that nobody holds is believed', () => {
    expect(() => checkTicker({ ...ticker, openInterestBase: 0 }, NOW_MS)).not.toThrow();
  });
});

describe('candles', () => {
  test.each<[string, Partial<Candle>]>([
    ['with a price of zero', { low: 0 }],
    ['with a negative price', { low: -1 }],
    ['whose high is below its close', { high: 100.5 }],
    ['whose low is above its open', { low: 100.5 }],
    ['with negative volume', { volumeBase: -1 }],
    ['with endless volume', { volumeBase: Infinity }],
    ['with a high of 1e17', { high: 1e17 }],
    ['with a low of a twentieth of its price', { low: 5 }],
    ['of another time than asked for', { openTimeS: 90_000 }],
  ])('%s are refused', (_what, change) => {
    expect(() => checkCandles(pageOf(change), page, 300)).toThrow(GlitchError);
  });

  test('an impossible one costs itself, not the page', () => {
    const told = [candle, { ...candle, openTimeS: 600, high: 1e17 }];

    expect(checkCandles(told, range, 300)).toEqual({ rows: [candle], openTimesS: [300, 600] });
  });

  test('a wick that halves the price and comes back is believed', () => {
    expect(checkCandles([{ ...candle, low: 45 }], range, 300).rows).toHaveLength(1);
  });

  test('come in order, once each, without those that were not asked for', () => {
    const times = [600, 300, 300, 900, 450].map((openTimeS) => ({ ...candle, openTimeS }));

    expect(checkCandles(times, range, 300).rows.map((one) => one.openTimeS)).toEqual([300, 600]);
  });
});

describe('open interest', () => {
  test('is dated at the close of the bar that was asked for', () => {
    const points = [300, 600, 900, 1200].map((atS) => ({ atS, openInterestBase: 5 }));

    expect(checkOpenInterest(points, range, 300).rows.map(({ openTimeS }) => openTimeS)).toEqual([
      0, 300, 600,
    ]);
  });

  test('an impossible point costs itself; zero is a value', () => {
    const points = [0, -5, NaN, 7].map((openInterestBase, index) => ({
      atS: 300 * (index + 1),
      openInterestBase,
    }));

    expect(
      checkOpenInterest(points, { fromS: 0, untilS: 1200 }, 300).rows.map(
        ({ openInterestBase }) => openInterestBase,
      ),
    ).toEqual([0, 7]);
  });

  test('is refused where every point is impossible', () => {
    const points = [300, 600, 900, 1200].map((atS) => ({ atS, openInterestBase: -1 }));

    expect(() => checkOpenInterest(points, { fromS: 0, untilS: 900 }, 300)).toThrow(GlitchError);
  });
});
