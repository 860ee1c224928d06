import { describe, expect, test } from 'vitest';

import type { OpenInterestDays } from '../../../core/report/open-interest-days.ts';
import {
  type OpenInterestPeak,
  openInterestPast,
  pastMidnights,
} from '../../../core/report/open-interest-past.ts';

const DAY_S = 86_400;
/** 2026-01-12T12:00Z; its midnight is day 20,465. */
const NOW_MS = 1_768_219_200_000;
const TODAY = 20_465;

interface Day {
  readonly ago: number;
  readonly usd: number;
  readonly lowUsd?: number;
  readonly highUsd?: number;
  readonly isScaled?: boolean;
}
const { length } = pastMidnights(NOW_MS);

function daysOf(days: readonly Day[]): OpenInterestDays {
  const column = (of: (day: Day) => number) => {
    const values = new Float64Array(length).fill(NaN);
    for (const day of days) values[length - 1 - day.ago] = of(day);
    return values;
  };
  return {
    usd: column(({ usd }) => usd),
    lowUsd: column(({ usd, lowUsd }) => lowUsd ?? usd),
    highUsd: column(({ usd, highUsd }) => highUsd ?? usd),
    isScaled: Uint8Array.from(column(({ isScaled }) => Number(isScaled === true))),
    toldBy: () => ({ told: ['bybit'], scaled: ['binance'] }),
  };
}

const AT_100 = new Float64Array(length).fill(100);
const past = (
  days: readonly Day[],
  measured: ReadonlyMap<number, OpenInterestPeak> = new Map(),
  price: Float64Array = AT_100,
) => openInterestPast(daysOf(days), price, measured, NOW_MS);
const seen = (ago: number, usd: number) =>
  [(TODAY - ago) * DAY_S, { usd, atMs: (TODAY - ago) * DAY_S * 1000 + 5 }] as const;

describe('the peak of open interest', () => {
  test('is the highest day that anybody knows', () => {
    const { peak, sinceMs } = past([
      { ago: 400, usd: 70 },
      { ago: 97, usd: 90 },
      { ago: 1, usd: 62 },
    ]);

    expect(peak).toEqual({ usd: 90, atMs: (TODAY - 97) * DAY_S * 1000 });
    expect(sinceMs).toBe((TODAY - 400) * DAY_S * 1000);
  });

  test('is an estimate with its interval and who told it where a venue did not', () => {
    const { peak } = past([{ ago: 97, usd: 90, lowUsd: 80, highUsd: 96, isScaled: true }]);

    expect(peak?.estimate).toEqual({ lowUsd: 80, highUsd: 96, told: ['bybit'], scaled: ['binance'] });
  });

  test('goes by what was seen of a day, unless the venues that tell the day had more alone', () => {
    const day = { ago: 10, usd: 90, lowUsd: 60, highUsd: 120, isScaled: true };
    const peakWith = (usd: number) => past([day], new Map([seen(10, usd)])).peak;

    expect(peakWith(75)).toEqual({ usd: 75, atMs: (TODAY - 10) * DAY_S * 1000 + 5 });
    expect(peakWith(50)).toMatchObject({ usd: 90, estimate: { lowUsd: 60 } });
  });

  test('is what was seen where nobody tells the day, but none of longer than three years ago', () => {
    expect(past([{ ago: 1, usd: 62 }], new Map([seen(1200, 90), seen(200, 70)])).peak?.usd).toBe(70);
  });

  test('is none where nothing is known', () => {
    expect(past([])).toEqual({ peak: null, sinceMs: null, year: null });
  });
});

describe('the year of open interest', () => {
  test('is drawn in steps of five days, each its highest day with the last price', () => {
    const days = Array.from({ length: 11 }, (_, index) => ({ ago: 10 - index, usd: 10 + index }));
    const price = AT_100.map((_, day) => 100 + day - (length - 1));
    const { year } = past(days, new Map(), price);

    // 20,465 = 5 x 4,093: the last step begins today.
    expect(year).toEqual({
      fromAt: (TODAY - 10) * DAY_S * 1000,
      stepMs: 5 * DAY_S * 1000,
      usd: [14, 19, 20],
      price: [94, 99, 100],
      isEstimate: false,
    });
  });

  test('has a gap where too little is known, and no more than a year', () => {
    const { year } = past([
      { ago: 800, usd: 5 },
      { ago: 30, usd: 10 },
      { ago: 0, usd: 20, isScaled: true },
    ]);

    expect(year?.usd).toEqual([10, null, null, null, null, null, 20]);
    expect(year?.isEstimate).toBe(true);
    const whole = Array.from({ length: 1000 }, (_, index) => ({ ago: index, usd: 10 }));
    // 366 days in steps of five.
    expect(past(whole).year?.usd).toHaveLength(74);
  });

  test('is none of one day', () => {
    expect(past([{ ago: 0, usd: 20 }]).year).toBeNull();
  });
});
