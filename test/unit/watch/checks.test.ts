import { describe, expect, test } from 'vitest';

import type { Candle } from '../../../core/market/bars.ts';
import type { Ticker } from '../../../core/market/observations.ts';
import { checkCandles, checkOpenInterest, checkTicker, referencePrice } from '../../../core/watch/checks.ts';
import { GlitchError } from '../../../core/watch/glitch-error.ts';

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

describe('a ticker', () => {
  test.each<[string, Partial<Ticker>]>([
    ['of a quarter of an hour ago', { atMs: NOW_MS - 15 * 60_000 }],
    ['from the future', { atMs: NOW_MS + 2 * 60_000 }],
    ['with a price of zero', { markPrice: 0 }],
    ['with a negative price', { markPrice: -100 }],
    ['with no number for a price', { markPrice: NaN }],
    ['with open interest of zero', { openInterestBase: 0 }],
    ['with negative open interest', { openInterestBase: -5 }],
    ['21 % above the others', { markPrice: 121 }],
    ['21 % below the others', { markPrice: 79 }],
  ])('%s is refused', (_what, change) => {
    expect(() => checkTicker({ ...ticker, ...change }, NOW_MS, 100)).toThrow(GlitchError);
  });

  test('19 % away from the others, or with nothing to compare it with, is believed', () => {
    expect(() => checkTicker({ ...ticker, markPrice: 119 }, NOW_MS, 100)).not.toThrow();
    expect(() => checkTicker({ ...ticker, markPrice: 5 }, NOW_MS, null)).not.toThrow();
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
    ['of another price than the other venues', { open: 3, high: 3, low: 3, close: 3 }],
    ['of another time than asked for', { openTimeS: 90_000 }],
  ])('%s are refused', (_what, change) => {
    expect(() => checkCandles([{ ...candle, ...change }], range, 300, 100)).toThrow(GlitchError);
  });

  test('come in order, once each, without those that were not asked for', () => {
    const times = [600, 300, 300, 900, 450].map((openTimeS) => ({ ...candle, openTimeS }));

    expect(checkCandles(times, range, 300, null).map((one) => one.openTimeS)).toEqual([300, 600]);
  });
});

describe('open interest', () => {
  test('is dated at the close of the bar that was asked for', () => {
    const points = [300, 600, 900, 1200].map((atS) => ({ atS, openInterestBase: 5 }));

    expect(checkOpenInterest(points, range, 300).map(({ atS }) => atS)).toEqual([300, 600, 900]);
  });

  test('of zero is refused', () => {
    expect(() => checkOpenInterest([{ atS: 300, openInterestBase: 0 }], range, 300)).toThrow(
      'open interest 0',
    );
  });
});

describe('the price that others are compared with', () => {
  test.each<[string, readonly number[], number | null]>([
    ['the median of those that agree', [100, 5_000, 101, 102], 101],
    ['the mean of two that agree', [100, 102], 101],
    ['unknown with one', [100], null],
    ['unknown when two differ', [100, 5_000], null],
    ['unknown when two differ from two', [100, 101, 5_000, 5_001], null],
  ])('is %s', (_what, prices, reference) => {
    expect(referencePrice(prices)).toBe(reference);
  });
});
