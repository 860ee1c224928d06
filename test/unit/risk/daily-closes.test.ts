import { describe, expect, test } from 'vitest';
import { createRandom, drawNormal } from '../../../core/market/random.ts';
import { closeChance, hoursToClose } from '../../../core/risk/touch/daily-closes.ts';
import { closeBeyondProbability, degreesOfFreedomAt } from '../../../core/risk/touch/touch-probability.ts';

const varianceOver = (hours: number): number => (0.0004 * hours) / 24;
const variance = {
  over: varianceOver,
  degreesOfFreedom: (hours: number): number => degreesOfFreedomAt(hours),
};
/** Closes go less far than wicks. */
const SHARE = 0.94;

describe('the hours to the daily close', () => {
  test('are counted to the next 00:00 UTC', () => {
    expect([0, 3600, 86_399, 86_400].map(hoursToClose)).toEqual([24, 23, 1 / 3600, 24]);
  });
});

describe('the chance of a daily close beyond', () => {
  test('is none where no close falls into the horizon', () => {
    expect(closeChance({ variance, hoursToClose: 5, horizonHours: 4 })(0)).toBe(0);
  });

  test.each([0, 0.01, 0.02, 0.05, 0.1])(
    'of one close is that of standing beyond at it: at %d',
    (distance) => {
      const chance = closeChance({ variance, hoursToClose: 6, horizonHours: 24 });
      const expected = closeBeyondProbability({
        distance,
        sigma: SHARE * Math.sqrt(varianceOver(6)),
        degreesOfFreedom: degreesOfFreedomAt(6),
      });

      expect(chance(distance)).toBeCloseTo(expected, 3);
    },
  );

  test('of two closes a day apart at the price itself is 5/8, of three 11/16 (Sparre Andersen 1954)', () => {
    // A walk of symmetrical steps stays below its start for n steps with a chance of C(2n, n) / 4^n.
    const chance = (horizonHours: number): number =>
      closeChance({ variance, hoursToClose: 24, horizonHours })(0);

    expect(chance(24)).toBeCloseTo(1 / 2, 3);
    expect(chance(48)).toBeCloseTo(5 / 8, 3);
    expect(chance(72)).toBeCloseTo(11 / 16, 3);
  });

  test('is no other for a day in between on which nothing moves', () => {
    const law = { degreesOfFreedom: () => 4 };
    const still = { ...law, over: (hours: number) => varianceOver(hours < 30 ? 6 : hours - 24) };
    const chance = closeChance({ variance: still, hoursToClose: 6, horizonHours: 54 });
    const without = closeChance({
      variance: { ...law, over: varianceOver },
      hoursToClose: 6,
      horizonHours: 30,
    });

    for (const distance of [0.005, 0.01, 0.02]) expect(chance(distance)).toBeCloseTo(without(distance), 2);
  });

  test.each([
    [0, 0.8385087587906971],
    [0.01, 0.613855946463799],
    [0.03, 0.30477030007273437],
    [0.06, 0.1000399725437316],
    [0.1, 0.02692025931494146],
    [0.3, 0.0006292579787046803],
  ])('of a week is that of the sums over every part of every step: at %d', (distance, expected) => {
    const chance = closeChance({ variance, hoursToClose: 6, horizonHours: 168 });

    expect(Math.abs(chance(distance) - expected)).toBeLessThan(1e-12);
  });

  test('of a week agrees with a seeded walk whose scale is drawn once', () => {
    const random = createRandom(21);
    const degrees = degreesOfFreedomAt(150);
    const hours = [6, 30, 54, 78, 102, 126, 150];
    const distances = [0.01, 0.03, 0.06, 0.1];
    const paths = 40_000;
    const beyond = distances.map(() => 0);
    for (let path = 0; path < paths; path += 1) {
      // A chi-squared of 3.7 degrees of freedom by the cube of a normal (Wilson and Hilferty 1931).
      const part = 2 / (9 * degrees);
      const squared = degrees * Math.max(1e-3, 1 - part + drawNormal(random) * Math.sqrt(part)) ** 3;
      const scale = SHARE * Math.sqrt((degrees - 2) / squared);
      let [at, farthest, before] = [0, -Infinity, 0];
      for (const hour of hours) {
        at += scale * Math.sqrt(varianceOver(hour - before)) * drawNormal(random);
        farthest = Math.max(farthest, at);
        before = hour;
      }
      for (const [index, distance] of distances.entries()) {
        if (farthest > distance) beyond[index] = (beyond[index] ?? 0) + 1 / paths;
      }
    }
    const chance = closeChance({ variance, hoursToClose: 6, horizonHours: 168 });

    for (const [index, distance] of distances.entries()) {
      expect(chance(distance)).toBeCloseTo(beyond[index] ?? NaN, 2);
    }
  });
});
