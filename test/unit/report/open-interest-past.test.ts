import { describe, expect, test } from 'vitest';

import type { OpenInterestDay } from '../../../core/report/open-interest-days.ts';
import { openInterestPast } from '../../../core/report/open-interest-past.ts';

const DAY_S = 86_400;
/** 2026-01-12T12:00Z; its midnight is day 20,465. */
const NOW_MS = 1_768_219_200_000;
const TODAY = 20_465;
const at100 = () => 100;

const day = (daysAgo: number, usd: number, estimate: Partial<OpenInterestDay> = {}): OpenInterestDay => ({
  atS: (TODAY - daysAgo) * DAY_S,
  usd,
  lowUsd: usd,
  highUsd: usd,
  told: ['bybit'],
  scaled: [],
  ...estimate,
});
const seen = (daysAgo: number, usd: number) =>
  [(TODAY - daysAgo) * DAY_S, { usd, atMs: (TODAY - daysAgo) * DAY_S * 1000 + 5 }] as const;

describe('the peak of open interest', () => {
  test('is the highest day that anybody knows', () => {
    const { peak } = openInterestPast([day(400, 70), day(97, 90), day(1, 62)], new Map(), at100, NOW_MS);

    expect(peak).toEqual({ usd: 90, atMs: (TODAY - 97) * DAY_S * 1000 });
  });

  test('is an estimate with its interval and who told it where a venue did not', () => {
    const scaled: Partial<OpenInterestDay> = { lowUsd: 80, highUsd: 96, scaled: ['binance'] };
    const { peak } = openInterestPast([day(97, 90, scaled)], new Map(), at100, NOW_MS);

    expect(peak?.estimate).toEqual({ lowUsd: 80, highUsd: 96, told: ['bybit'], scaled: ['binance'] });
  });

  test('goes by what was seen of a day, unless the venues that tell the day had more alone', () => {
    const estimate: Partial<OpenInterestDay> = { lowUsd: 60, highUsd: 120, scaled: ['binance'] };
    const peakWith = (usd: number) =>
      openInterestPast([day(10, 90, estimate)], new Map([seen(10, usd)]), at100, NOW_MS).peak;

    expect(peakWith(75)).toEqual({ usd: 75, atMs: (TODAY - 10) * DAY_S * 1000 + 5 });
    expect(peakWith(50)).toMatchObject({ usd: 90, estimate: { lowUsd: 60 } });
  });

  test('is none of longer than three years ago, and none where nothing is known', () => {
    expect(openInterestPast([day(1200, 90), day(1, 62)], new Map(), at100, NOW_MS).peak?.usd).toBe(62);
    expect(openInterestPast([], new Map(), at100, NOW_MS)).toEqual({ peak: null, sinceMs: null, year: null });
  });
});

describe('the year of open interest', () => {
  test('is drawn in steps of three days, each its highest day with the last price', () => {
    const days = Array.from({ length: 9 }, (_, index) => day(8 - index, 10 + index));
    const { year } = openInterestPast(days, new Map(), (dayS) => dayS / DAY_S - TODAY + 100, NOW_MS);

    // 20,465 = 3 x 6,821 + 2: the last step ends today.
    expect(year).toEqual({
      fromAt: (TODAY - 8) * DAY_S * 1000,
      stepMs: 3 * DAY_S * 1000,
      usd: [12, 15, 18],
      price: [94, 97, 100],
      isEstimate: false,
    });
  });

  test('has a gap where too little is known, and no more than a year', () => {
    const days = [day(800, 5), day(30, 10), day(0, 20, { scaled: ['binance'] })];
    const { year } = openInterestPast(days, new Map(), at100, NOW_MS);

    expect(year?.usd).toEqual([10, ...Array.from({ length: 9 }, () => null), 20]);
    expect(year?.isEstimate).toBe(true);
    const whole = Array.from({ length: 1000 }, (_, index) => day(999 - index, 10));
    expect(openInterestPast(whole, new Map(), at100, NOW_MS).year?.usd).toHaveLength(122);
  });

  test('is none of one day', () => {
    expect(openInterestPast([day(0, 20)], new Map(), at100, NOW_MS).year).toBeNull();
  });
});
