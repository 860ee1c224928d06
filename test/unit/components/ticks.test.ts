import { expect, test } from 'vitest';

import { ticks, tickStep, timeTicks } from '../../../components/ui/ticks.ts';

test('steps are round', () => {
  expect([310, 480, 0.0021, 26, 1000].map(tickStep)).toEqual([500, 500, 0.0025, 50, 1000]);
});

test('ticks are multiples of a step, and no more than were asked for and one', () => {
  // 4,000 over at most 4: a step of 1,000.
  expect(ticks(88_600, 92_600, 4)).toEqual([89_000, 90_000, 91_000, 92_000]);
  expect(ticks(5, 5, 4)).toEqual([]);
});

test('times are round on the local clock', () => {
  const fromS = Date.UTC(2026, 1, 5, 9, 20) / 1000;

  // A day in at most four: six hours. Local time is half past five hours ahead.
  const times = timeTicks(fromS, fromS + 86_400, 4, 5.5 * 3600);

  const texts = times.map((atS) => new Date(atS * 1000).toISOString().slice(8, 16));
  expect(texts).toEqual(['05T12:30', '05T18:30', '06T00:30', '06T06:30']);
});
