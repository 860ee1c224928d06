import { describe, expect, test } from 'vitest';
import { simpleMovingAverage } from '../../../core/levels/averages.ts';
import { dateOf } from '../../../core/market/utc-date.ts';
import { weekNumber } from '../../../core/levels/calendar.ts';
import { averageTrueRange, candlesClosedBy } from '../../../core/levels/daily-candle.ts';
import { DAY_S } from '../../../core/market/time.ts';
import { findPatterns } from '../../../core/levels/patterns.ts';
import { aggregatePeriods } from '../../../core/levels/periods.ts';
import { findRoundNumbers } from '../../../core/levels/round-numbers.ts';
import { findSwings } from '../../../core/levels/swings.ts';
import { findZones } from '../../../core/levels/zones.ts';
import { buildCandles, MONDAY_S } from './build-candles.ts';

/** Highs and lows one apart from `from` to `to`, so that turning points are the ends of legs. */
const leg = (from: number, to: number, days: number): number[][] =>
  Array.from({ length: days }, (_, day) => {
    const close = from + ((to - from) * (day + 1)) / days;
    return [close + 0.5, close - 0.5, close];
  });

/** Up to 120, down to 100, up to 121, down to 110: two tops of one height. */
const TWO_TOPS = buildCandles([
  ...leg(100, 120, 8),
  ...leg(120, 100, 8),
  ...leg(100, 121, 8),
  ...leg(121, 110, 8),
]);

describe('daily candles', () => {
  test('a candle is known from its close on, not a millisecond before', () => {
    const candles = buildCandles([
      [2, 1, 1],
      [2, 1, 1],
    ]);
    const secondClose = (MONDAY_S + 2 * DAY_S) * 1000;

    expect(candlesClosedBy(candles, secondClose)).toHaveLength(2);
    expect(candlesClosedBy(candles, secondClose - 1)).toHaveLength(1);
  });

  test('a true range includes the gap to the previous close', () => {
    // Ranges: 10-8 = 2; then low 20 over close 9: 22-9 = 13. Mean 7.5.
    expect(
      averageTrueRange(
        buildCandles([
          [9, 9, 9],
          [10, 8, 9],
        ]),
        2,
      ),
    ).toBeNull();
    expect(
      averageTrueRange(
        buildCandles([
          [9, 9, 9],
          [10, 8, 9],
          [22, 20, 21],
        ]),
        2,
      ),
    ).toBe(7.5);
  });

  test('an average is unknown before its first full window', () => {
    const candles = buildCandles([
      [1, 1, 1],
      [2, 2, 2],
      [6, 6, 6],
    ]);

    expect([...simpleMovingAverage(candles, 2)]).toEqual([NaN, 1.5, 4]);
  });
});

describe('the calendar', () => {
  test.each([
    ['1970-01-01', 0],
    ['2024-02-29', Date.UTC(2024, 1, 29) / 1000],
    ['2025-12-31', Date.UTC(2025, 11, 31, 23, 59, 59) / 1000],
    ['2026-03-01', Date.UTC(2026, 2, 1) / 1000],
  ])('names %s', (date, timeS) => {
    expect(dateOf(timeS * 1000)).toBe(date);
  });

  test('weeks begin on Monday', () => {
    const sunday = MONDAY_S - 1;

    expect(weekNumber(MONDAY_S)).toBe(weekNumber(sunday) + 1);
  });

  test('only whole weeks are weeks', () => {
    // Nine days from Monday: one whole week and two days of the next.
    const candles = buildCandles(Array.from({ length: 9 }, (_, day) => [10 + day, 5 - day, 7]));

    expect(aggregatePeriods(candles, 'week')).toEqual([
      {
        period: 'week',
        open: 7,
        high: 16,
        low: -1,
        close: 7,
        firstDayS: MONDAY_S,
        lastDayS: MONDAY_S + 6 * DAY_S,
        nextIndex: 7,
      },
    ]);
    expect(aggregatePeriods(candles.slice(1), 'week')).toEqual([]);
  });
});

describe('swings and zones', () => {
  test('a swing needs five closed candles after it', () => {
    const candles = TWO_TOPS.slice(0, 8 + 5);

    expect(findSwings(candles, 2).map(({ kind, price }) => [kind, price])).toEqual([['high', 120.5]]);
    expect(findSwings(candles.slice(0, -1), 2)).toEqual([]);
  });

  test('prominence is the smaller of the moves on both sides', () => {
    // The first top rose 120.5 - 102 (first candle's low) and fell 120.5 - 99.5; the low fell 21 and rose 22.
    const [top, bottom] = findSwings(TWO_TOPS, 2);

    expect(top).toMatchObject({ kind: 'high', price: 120.5, prominence: 18.5 });
    expect(bottom).toMatchObject({ kind: 'low', price: 99.5, prominence: 21 });
  });

  test('swings of less than one and a half average true ranges are noise', () => {
    expect(findSwings(TWO_TOPS, 20)).toEqual([]);
  });

  test('neighbouring extremes make one zone with raw edges, distant ones do not', () => {
    const swing = { kind: 'high', index: 0, openTimeS: MONDAY_S, prominence: 10 } as const;
    const swings = [100.01, 100.93, 104].map((price) => ({ ...swing, price }));

    const zones = findZones(swings, 4, MONDAY_S);

    expect(zones.map(({ low, high }) => [low, high])).toEqual([
      [100.01, 100.93],
      [104, 104],
    ]);
  });
});

describe('round numbers', () => {
  test('near 90,000 the steps are 10k, 5k and 1k', () => {
    expect(findRoundNumbers(90_912, 88_500, 91_500)).toEqual([
      { price: 89_000, weight: 0.2 },
      { price: 90_000, weight: 0.8 },
      { price: 91_000, weight: 0.2 },
    ]);
    expect(findRoundNumbers(98_000, 94_500, 100_500).filter(({ weight }) => weight >= 0.5)).toEqual([
      { price: 95_000, weight: 0.5 },
      { price: 100_000, weight: 1 },
    ]);
  });

  test('a coin of fractions of a dollar has round fractions', () => {
    expect(findRoundNumbers(0.18, 0.195, 0.215)).toEqual([
      { price: 0.2, weight: 0.8 },
      { price: 0.21, weight: 0.2 },
    ]);
  });
});

describe('patterns', () => {
  test('two tops of one height are a double top, confirmed by a close under the valley', () => {
    // Valley 99.5 and tops 120.5 and 121.5: target 99.5 - (121.5 - 99.5) = 77.5.
    const collapse = buildCandles([...leg(110, 95, 3)], MONDAY_S + 32 * DAY_S);
    const after = [...TWO_TOPS, ...collapse];
    const find = (candles: typeof after) =>
      findPatterns(candles, findSwings(candles, 3), 3).filter(({ kind }) => kind === 'double-top');

    expect(find(TWO_TOPS)).toEqual([
      {
        kind: 'double-top',
        timeframe: 'day',
        confirmed: false,
        at: (MONDAY_S + 23 * DAY_S) * 1000,
        target: 77.5,
        points: [
          { at: (MONDAY_S + 7 * DAY_S) * 1000, price: 120.5 },
          { at: (MONDAY_S + 23 * DAY_S) * 1000, price: 121.5 },
        ],
      },
    ]);
    expect(find(after)).toMatchObject([{ confirmed: true }]);
  });

  test('a close above both tops voids a double top', () => {
    const breakout = buildCandles([...leg(110, 123, 3)], MONDAY_S + 32 * DAY_S);
    const candles = [...TWO_TOPS, ...breakout];

    expect(findPatterns(candles, findSwings(candles, 3), 3)).toEqual([]);
  });

  test('a mirrored market has a double bottom', () => {
    const mirrored = TWO_TOPS.map((candle) => ({
      ...candle,
      open: 240 - candle.open,
      high: 240 - candle.low,
      low: 240 - candle.high,
      close: 240 - candle.close,
    }));

    const [pattern] = findPatterns(mirrored, findSwings(mirrored, 3), 3);

    // 240 - 77.5
    expect(pattern).toMatchObject({ kind: 'double-bottom', target: 162.5 });
  });

  test('a doji has a body of at most a tenth of a range that is worth the name', () => {
    const dojis = (open: number, close: number, atr: number) =>
      findPatterns(buildCandles([[open, 110, 100, close]]), [], atr).length;

    expect(dojis(105, 106, 20)).toBe(1);
    expect(dojis(105, 106.1, 20)).toBe(0);
    expect(dojis(105, 106, 20.1)).toBe(0);
  });
});
