import { describe, expect, test } from 'vitest';
import { largestLiquidationDays, latestValue, summariseFlows } from '../../../core/report/context-report.ts';

const DAY_S = 86_400;
const days = (...values: readonly number[]) =>
  values.map((value, index) => ({ atS: index * DAY_S, date: `day-${index}`, value }));

describe('fund flows', () => {
  test('a day is known only after it has ended', () => {
    expect(summariseFlows(days(1, 2, 3), 2 * DAY_S)?.date).toBe('day-1');
    expect(summariseFlows(days(1, 2, 3), 3 * DAY_S - 1)?.date).toBe('day-1');
    expect(summariseFlows(days(1, 2, 3), 3 * DAY_S)?.date).toBe('day-2');
  });

  test('sums five days and counts the days of one sign', () => {
    expect(summariseFlows(days(9, -1, 2, 3, 4, 5), 99 * DAY_S)).toEqual({
      date: 'day-5',
      netFlowUsd: 5,
      sum5dUsd: 13,
      streakDays: 4,
    });
  });

  test('are null before the first', () => {
    expect(summariseFlows(days(1), 100)).toBeNull();
    expect(latestValue([], 100)).toBeNull();
  });
});

test('the largest days of forced orders are added by UTC day and know nothing of what comes later', () => {
  const order = (atS: number, notionalUsd: number) => ({ atS, notionalUsd });

  const largest = largestLiquidationDays(
    [order(0, 5), order(DAY_S - 1, 6), order(DAY_S, 10), order(2 * DAY_S, 99)],
    2 * DAY_S - 1,
  );

  expect(largest).toEqual([
    { date: '1970-01-01', usd: 11 },
    { date: '1970-01-02', usd: 10 },
  ]);
});
