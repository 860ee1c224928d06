import { describe, expect, test } from 'vitest';
import type { CascadeProfile } from '../../../core/cascade/solve-cascade.ts';
import { solveCascade } from '../../support/solve-cascade.ts';
import { buildProfile } from './build-profile.ts';

/** One forced dollar presses once and all of it reaches the book. */
const PLAIN = { ridersAlong: 1, haircut: 1, survival: 1, latentY: 1 };

/** Five points, 0 to 0.4; a latent factor V / sigma^2 of 1,000 / 0.1^2 = 100,000. */
const profile = (releasedUsd: number[], depthUsd = [0, 0, 0, 0, 0]): CascadeProfile => ({
  logStep: 0.1,
  releasedUsd: Float64Array.from(releasedUsd),
  depthUsd: Float64Array.from(depthUsd),
  dailyVolumeUsd: 1000,
  dailySigma: 0.1,
});

describe('where a cascade ends', () => {
  test('at the trigger when nothing has been released', () => {
    expect(solveCascade(profile([0, 0, 500, 500, 500]), 0.1, PLAIN)).toEqual({
      terminalDistance: 0.1,
      forcedUsd: 0,
      amplification: 1,
      isAbsorbed: true,
    });
  });

  test('where latent liquidity covers what was released', () => {
    // 2,000 released by the trigger at 0.1, nothing beyond. Between 0.2 (absorbed 100,000 x 0.01 = 1,000, short by
    // 1,000) and 0.3 (4,000, 2,000 over) the surplus crosses zero at a third: 0.2333.
    const end = solveCascade(profile([0, 2000, 2000, 2000, 2000]), 0.1, PLAIN);

    expect(end.terminalDistance).toBeCloseTo(0.2 + 0.1 / 3, 12);
    expect(end.amplification).toBeCloseTo(7 / 3, 12);
    expect(end.forcedUsd).toBe(2000);
  });

  test('nearer when displayed depth beyond the trigger helps', () => {
    // Displayed 3,000 - 1,000 beyond the trigger at 0.2, with 1,000 latent: 1,000 over. Crossing at 2/3 of the step.
    const end = solveCascade(profile([0, 2000, 2000, 2000, 2000], [0, 1000, 3000, 3000, 3000]), 0.1, PLAIN);

    expect(end.terminalDistance).toBeCloseTo(0.1 + (0.1 * 2) / 3, 12);
  });

  test('at the end of the grid, and says so, when nothing absorbs it', () => {
    const end = solveCascade(profile([0, 1e6, 1e6, 1e6, 1e6]), 0.1, PLAIN);

    expect(end).toMatchObject({ terminalDistance: 0.4, isAbsorbed: false });
  });

  test('a haircut holds back forced dollars before they press', () => {
    const whole = solveCascade(profile([0, 1000, 1000, 1000, 1000]), 0.1, PLAIN);
    const half = solveCascade(profile([0, 2000, 2000, 2000, 2000]), 0.1, { ...PLAIN, haircut: 0.5 });

    expect(half).toEqual(whole);
  });

  test('a trigger outside the grid is a mistake of the caller', () => {
    expect(() => solveCascade(profile([0, 0, 0, 0, 0]), 0.41, PLAIN)).toThrow(RangeError);
    expect(() => solveCascade(profile([0, 0, 0, 0, 0]), -0.01, PLAIN)).toThrow(RangeError);
  });
});

/**
 * The headline cases of the reference model, stylised inputs: assumed, not measured. Reference values are rounded up
 * to its grid of 0.00025.
 */
const CRASH_OCTOBER_2025 = buildProfile(
  [0, 0.25, 0.9, 2, 3.6, 5.5, 9, 14, 20],
  [0, 0.2, 0.36, 0.5, 0.62, 0.75, 1, 1.3, 1.6],
  75,
  0.022,
);
const CRASH_MAY_2021 = buildProfile(
  [0, 0.12, 0.45, 1, 1.9, 3, 5, 7, 9],
  [0, 0.07, 0.126, 0.175, 0.217, 0.2625, 0.35, 0.455, 0.56],
  100,
  0.05,
);
const CALM = buildProfile(
  [0, 0.06, 0.22, 0.6, 1.4, 2.6, 5, 9, 14],
  [0, 0.2, 0.36, 0.5, 0.62, 0.75, 1, 1.3, 1.6],
  60,
  0.022,
);

describe('stylised crashes', () => {
  test.each([
    ['10 October 2025', CRASH_OCTOBER_2025, 117_000, 0.03, 103_743.8, 4.3695, 4.008],
    ['19 May 2021', CRASH_MAY_2021, 42_500, 0.06, 33_107.3, 4.995, 4.163],
    ['a calm day', CALM, 90_000, 0.02, 85_119.8, 0.5462, 2.788],
  ])(
    'with 1/109 of the liquidity, %s ends within 2 %% of the reference',
    (_name, profile, price, shock, terminalPrice, forcedBillionUsd, amplification) => {
      const end = solveCascade(profile, shock, {
        ridersAlong: 2,
        haircut: 1,
        survival: 1 / 109,
        latentY: 1.15,
      });

      expect((price * Math.exp(-end.terminalDistance)) / terminalPrice).toBeCloseTo(1, 2);
      expect(Math.abs(end.forcedUsd / (forcedBillionUsd * 1e9) - 1)).toBeLessThan(0.02);
      expect(Math.abs(end.amplification / amplification - 1)).toBeLessThan(0.02);
    },
  );

  test('in normal liquidity forced flow explains a small part of a crash', () => {
    const end = solveCascade(CRASH_OCTOBER_2025, 0.03, {
      ridersAlong: 2,
      haircut: 1,
      survival: 1,
      latentY: 1.15,
    });

    // Reference 1.142.
    expect(end.amplification).toBeCloseTo(1.14, 2);
  });
});
