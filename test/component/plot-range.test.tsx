import { expect, test } from 'vitest';

import { aroundValues, wholeDays } from '../../components/record/plot-range.ts';

/** 2026-12-01 00:00 UTC. */
const MIDNIGHT_S = 1_796_083_200;
const DAY_S = 86_400;

test('a single point stands in the middle of a day, whatever is proposed', () => {
  const proposedS = MIDNIGHT_S + 1000 * DAY_S;
  expect(wholeDays({ data: [[MIDNIGHT_S]] }, MIDNIGHT_S, proposedS)).toEqual([
    MIDNIGHT_S - DAY_S / 2,
    MIDNIGHT_S + DAY_S / 2,
  ]);
});

test('points of three hours have a day around them, those of two days have what they take', () => {
  const until = (hours: number): number => MIDNIGHT_S + hours * 3600;
  const told = (hours: number) => ({ data: [[MIDNIGHT_S, until(hours)]] }) as Parameters<typeof wholeDays>[0];
  // 21 hours are missing, half of them on either side.
  expect(wholeDays(told(3), MIDNIGHT_S, until(3))).toEqual([until(-10.5), until(13.5)]);
  expect(wholeDays(told(48), MIDNIGHT_S, until(48))).toEqual([MIDNIGHT_S, until(48)]);
});

test('values have a tenth of what lies between them around them, one alone a half per cent of itself', () => {
  expect(aroundValues(null, 100, 200)).toEqual([90, 210]);
  expect(aroundValues(null, 200, 200)).toEqual([199, 201]);
});
