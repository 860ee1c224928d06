import { describe, expect, test } from 'vitest';

import { firstTouch } from '../../../core/risk/touch/first-touch.ts';
import { touchProbability } from '../../../core/risk/touch/touch-probability.ts';
import { raceFrequencies } from './race-market.ts';

/** Chance of touch of Student's t with four degrees of freedom and variance 1, in closed form. */
const touchOfFour = (distance: number): number => {
  const sine = (distance * Math.SQRT2) / Math.sqrt(4 + 2 * distance * distance);
  return 1 - 1.5 * (sine - sine ** 3 / 3);
};

const unit = { sigma: 1, degreesOfFreedom: 4 };

describe('the chance of a target before a stop', () => {
  test('is that of the touch less the paths that come from the other barrier, the way back a tenth longer', () => {
    // 1 up, or up by way of 1 down (1 + 1.1 x 2), by way of both (1 + 1.1 x 4), and so on.
    const images = [1, 3.2, 5.4, 7.6, 9.8, 12, 14.2, 16.4].map(touchOfFour);
    const expected = images.reduce((sum, image, at) => sum + (at % 2 === 0 ? image : -image), 0);

    const { up, down, neither } = firstTouch({ ...unit, up: 1, down: 1 });

    expect(up).toBeCloseTo(expected, 4);
    expect(down).toBe(up);
    expect(neither).toBeCloseTo(1 - 2 * expected, 4);
  });

  test('is the chance of touch where the stop is out of reach', () => {
    const { up } = firstTouch({ ...unit, up: 1.5, down: 60 });

    expect(up).toBeCloseTo(touchProbability({ ...unit, distance: 1.5 }), 5);
  });

  test('goes by the distances alone where the price is sure to reach one of them', () => {
    // A fair game: three parts of four to the barrier that is three times as near.
    expect(firstTouch({ ...unit, up: 0.001, down: 0.003 }).up).toBeCloseTo(0.75, 2);
    expect(firstTouch({ ...unit, up: 0.003, down: 0.001 }).down).toBeCloseTo(0.75, 2);
  });

  test.each([
    [0.5, 0.5],
    [1, 0.5],
    [0.5, 1],
    [2, 1],
    [1, 1],
    [0.2, 0.6],
    [1.5, 3],
  ])('agrees within 2 points with a seeded market in the rhythm of the week: %d up, %d down', (up, down) => {
    const happened = raceFrequencies({ seed: 20_261_130, paths: 20_000, up, down });
    const said = firstTouch({ ...unit, up, down });

    expect(Math.abs(said.up - happened.up)).toBeLessThan(0.02);
    expect(Math.abs(said.down - happened.down)).toBeLessThan(0.02);
    expect(Math.abs(said.neither - happened.neither)).toBeLessThan(0.04);
  });
});
