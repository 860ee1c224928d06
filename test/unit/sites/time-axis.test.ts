import { describe, expect, test } from 'vitest';

import { findTimeAxis, isTimeStill, timeToX, type TimeAxis } from '../../../core/sites/time-axis.ts';

const OPEN_S = 1_767_225_600;

/** A pane whose bar `0` begins `left` px right of its edge; `opens`: the bars' opening times. */
const chart =
  (left: number, spacing: number, opens: readonly number[]) =>
  (x: number): number | null =>
    opens[Math.floor((x - left) / spacing)] ?? null;

const quarters = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => OPEN_S + index * 900);

const found = (timeAt: (x: number) => number | null, width: number): TimeAxis => {
  const axis = findTimeAxis(timeAt, width);
  if (typeof axis === 'string') throw new Error(axis);
  return axis;
};

describe('findTimeAxis', () => {
  test('finds spacing and phase from two pixels where the bar changes', () => {
    // Bar 0 begins 2.25 px before the pane: the first change that is seen is bar 1's, 5.25 px inside it.
    const axis = found(chart(-2.25, 7.5, quarters(200)), 800);
    expect(axis.x).toBeCloseTo(5.25, 1);
    expect(axis.atS).toBe(OPEN_S + 900);
    expect(axis.spacing).toBeCloseTo(7.5, 3);
    expect(axis.barS).toBe(900);
    expect(axis.endS).toBeNull();
    // Bar 101 begins 101 * 7.5 - 2.25 px inside.
    expect(timeToX(axis, OPEN_S + 101 * 900)).toBeCloseTo(755.25, 1);
  });

  test('says when the last bar ends, where there is room behind it', () => {
    // 60 bars of 10 px end at 600 of 800 px.
    const axis = found(chart(0, 10, quarters(60)), 800);
    expect(axis.endS).toBe(OPEN_S + 60 * 900);
    expect(timeToX(axis, axis.endS!)).toBeCloseTo(600, 1);
  });

  test('begins where the bars begin', () => {
    const axis = found(chart(333, 4, quarters(500)), 801);
    expect(timeToX(axis, OPEN_S)).toBeCloseTo(333, 1);
  });

  test('knows bars that are narrower than a pixel', () => {
    const axis = found(chart(0, 0.5, quarters(5000)), 1200);
    expect(axis.spacing).toBeCloseTo(0.5, 3);
  });

  test('cannot tell of a pane without bars, or of one that shows fewer than three', () => {
    expect(findTimeAxis(() => null, 800)).toBe('unread');
    expect(findTimeAxis(chart(0, 500, quarters(9)), 800)).toBe('unread');
    expect(typeof findTimeAxis(chart(0, 300, quarters(9)), 800)).toBe('object');
  });

  test.each([
    ['a bar is missing', quarters(100).filter((_, index) => index !== 41)],
    ['every tenth is missing', quarters(110).filter((_, index) => index % 10 !== 5)],
    ['bricks take no even time', quarters(100).map((_, index) => OPEN_S + index ** 2 * 60)],
    [
      'months are of unequal length',
      Array.from({ length: 100 }, (_, month) => Date.UTC(2018, month, 1) / 1000),
    ],
  ])('is uneven where %s', (_name, opens) => {
    expect(findTimeAxis(chart(0, 8, opens), 800)).toBe('uneven');
  });

  test('takes no time for one that is in milliseconds', () => {
    const opens = quarters(100).map((atS) => atS * 1000);
    expect(findTimeAxis(chart(0, 8, opens), 800)).toBe('unread');
  });
});

describe('isTimeStill', () => {
  const axis = found(chart(-2.25, 7.5, quarters(200)), 800);

  test('holds for the chart that was read, and for a move of a quarter of a pixel', () => {
    expect(isTimeStill(axis, chart(-2.25, 7.5, quarters(200)), 800)).toBe(true);
    expect(isTimeStill(axis, chart(-2, 7.5, quarters(200)), 800)).toBe(true);
  });

  test('does not hold for a chart that was panned by a pixel, zoomed by one, or has gone on by a bar', () => {
    expect(isTimeStill(axis, chart(-3.25, 7.5, quarters(200)), 800)).toBe(false);
    expect(isTimeStill(axis, chart(-2.25, 7.51, quarters(200)), 800)).toBe(false);
    expect(isTimeStill(axis, chart(-2.25, 7.5, quarters(201).slice(1)), 800)).toBe(false);
  });
});
