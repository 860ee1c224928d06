import { describe, expect, test } from 'vitest';

import { covers, gridOf, timesOf, type PastView } from '../../../components/heat-map/wanted-past.ts';

/** Midnight. */
const NOW_S = 1_767_225_600;
const HOUR_S = 3600;
const STEP = 0.001;

/** Twelve hours up to now, from 90,000 to 99,465 USD: `ln` of it 0.1 apart. */
const VIEW: PastView = { fromS: NOW_S - 12 * HOUR_S, untilS: NOW_S, lowLog: 11.4, highLog: 11.5 };

describe('gridOf', () => {
  test('takes quarters of an hour for what lies within two days, and half as much more on either side', () => {
    expect(gridOf(VIEW, STEP, NOW_S)).toEqual({
      fromS: NOW_S - 18 * HOUR_S,
      columnS: 900,
      // 18 hours of four, and the one of now.
      columns: 73,
      // 11.4 - 0.05, in bins of 0.001; 0.2 wide.
      firstBin: 11_350,
      bins: 200,
    });
  });

  test('takes hours for what reaches further back', () => {
    const view = { ...VIEW, fromS: NOW_S - 49 * HOUR_S, untilS: NOW_S - 48 * HOUR_S };
    expect(gridOf(view, STEP, NOW_S)).toMatchObject({
      fromS: NOW_S - 50 * HOUR_S,
      columnS: 3600,
      columns: 3,
    });
  });

  test('asks for nothing older than thirty days, nor for what is still to come', () => {
    const year = { ...VIEW, fromS: NOW_S - 365 * 24 * HOUR_S, untilS: NOW_S + 24 * HOUR_S };
    expect(gridOf(year, STEP, NOW_S)).toMatchObject({ fromS: NOW_S - 720 * HOUR_S, columns: 721 });
    const old = { ...year, untilS: NOW_S - 300 * 24 * HOUR_S, fromS: NOW_S - 320 * 24 * HOUR_S };
    expect(gridOf(old, STEP, NOW_S)).toBeNull();
  });

  test('asks for 800 bins at most, those in the middle', () => {
    expect(gridOf({ ...VIEW, lowLog: 11, highLog: 12 }, STEP, NOW_S)).toMatchObject({
      firstBin: 11_100,
      bins: 800,
    });
  });
});

describe('covers', () => {
  const grid = gridOf(VIEW, STEP, NOW_S)!;
  const moved = (change: Partial<PastView>) => covers(grid, { ...VIEW, ...change }, STEP, NOW_S);

  test('holds for what was asked for, and for a move within what was asked for beside it', () => {
    expect(moved({})).toBe(true);
    expect(moved({ fromS: VIEW.fromS - 5 * HOUR_S, lowLog: 11.36 })).toBe(true);
  });

  test('does not hold beyond it, in time, in price, or in columns', () => {
    expect(moved({ fromS: VIEW.fromS - 7 * HOUR_S })).toBe(false);
    expect(moved({ lowLog: 11.34 })).toBe(false);
    expect(moved({ fromS: NOW_S - 49 * HOUR_S })).toBe(false);
  });
});

test('a pane shows the times that its bars take', () => {
  // 100 px to the left of the bar are 50 bars of a minute, 700 px to its right 350.
  const axis = { x: 100, atS: NOW_S, spacing: 2, barS: 60, endS: null };
  expect(timesOf(axis, 800)).toEqual({ fromS: NOW_S - 50 * 60, untilS: NOW_S + 350 * 60 });
});
