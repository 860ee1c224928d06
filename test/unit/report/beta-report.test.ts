import { expect, test } from 'vitest';

import { compareWithBitcoin } from '../../../core/report/beta-report.ts';

const DAY_S = 86_400;

/** Days that go up and down by turns, so far each. */
const days = (count: number, far: number, firstDay = 0) =>
  Array.from({ length: count }, (_, day) => {
    const close = (firstDay + day) % 2 === 0 ? 100 : 100 * Math.exp(far);
    return {
      openTimeS: (firstDay + day) * DAY_S,
      open: close,
      high: close,
      low: close,
      close,
      volumeBase: 1,
    };
  });

test('goes by the days that both know', () => {
  expect(compareWithBitcoin(days(50, 0.02), days(40, 0.01, 5))).toEqual({
    days: 39,
    beta: { low: 2, value: 2, high: 2 },
  });
});

test('does not go by days of which the last is long past', () => {
  expect(compareWithBitcoin(days(200, 0.02), days(150, 0.01))).toEqual({ days: 10, beta: null });
  expect(compareWithBitcoin(days(200, 0.02), days(200, 0.01))).toEqual({
    days: 60,
    beta: { low: 2, value: 2, high: 2 },
  });
});

test('says how many days there are where these are too few', () => {
  expect(compareWithBitcoin(days(50, 0.02), days(20, 0.01))).toEqual({ days: 19, beta: null });
  expect(compareWithBitcoin(days(50, 0.02), [])).toEqual({ days: 0, beta: null });
});
