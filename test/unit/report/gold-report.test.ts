import { describe, expect, test } from 'vitest';

import type { DailyCandle } from '../../../core/levels/daily-candle.ts';
import { compareWithGold } from '../../../core/report/gold-report.ts';

/** Days that go up and down by `sign` percent in turn, with a slow drift. */
const days = (count: number, sign: number): readonly DailyCandle[] =>
  Array.from({ length: count }, (_, day) => {
    const close = 100 * (1 + (sign * (day % 2)) / 100);
    return { openTimeS: day * 86_400, open: close, high: close, low: close, close, volumeBase: 1 };
  });

describe('gold beside the coin', () => {
  test('that moves against it is a hedge', () => {
    const report = compareWithGold(days(90, 1), days(90, -1));
    // A raw correlation near -1, shrunk half way to 0.1, is about -0.45.
    expect(report?.correlation.value).toBeCloseTo(-0.45, 1);
    expect(report?.verdict).toBe('hedge');
  });

  test('that moves with it is none', () => {
    expect(compareWithGold(days(90, 1), days(90, 1))?.verdict).toBe('not-a-hedge');
  });

  test('is unknown without sixty common days', () => {
    expect(compareWithGold(days(90, 1), [])).toBeNull();
    expect(compareWithGold(days(50, 1), days(50, 1))).toBeNull();
  });
});
