import { describe, expect, test } from 'vitest';
import { effectiveDistance } from '../../../core/risk/touch/cascade-touch.ts';
import { terminalFromSamples } from '../../support/terminal-from-samples.ts';
import { maximumLeverage } from '../../../core/risk/touch/maximum-leverage.ts';
import {
  closeBeyondProbability,
  degreesOfFreedomAt,
  touchDistance,
  touchProbability,
} from '../../../core/risk/touch/touch-probability.ts';
import { touchFrequencies } from './jump-market.ts';

const sigmas = [0.5, 1, 1.5, 2, 2.5, 3];

describe('the chance of touch', () => {
  // Closed form of four degrees of freedom at t = b sqrt(2), twice its upper tail.
  test.each([
    [0.5, 0.519],
    [1, 0.23],
    [2, 0.0474],
    [3, 0.0132],
    [4, 0.0048],
  ])('is the reflected t with four degrees of freedom at %d sigma', (distance, expected) => {
    expect(touchProbability({ distance, sigma: 1, degreesOfFreedom: 4 })).toBeCloseTo(expected, 3);
  });

  test('is certain where the price stands, and twice the chance of ending beyond', () => {
    const question = { distance: 0.03, sigma: 0.02, degreesOfFreedom: 5 };

    expect(touchProbability({ ...question, distance: 0 })).toBe(1);
    expect(touchProbability(question)).toBeCloseTo(2 * closeBeyondProbability(question), 15);
  });

  test(
    'agrees within 15 % with a seeded market of changing volatility and jumps',
    { timeout: 60_000 },
    () => {
      const { kurtosis, frequencies } = touchFrequencies({ seed: 7, paths: 60_000, barriers: sigmas });

      expect(kurtosis).toBeGreaterThan(5.5);
      expect(kurtosis).toBeLessThan(9);
      const ratios = sigmas.map((distance, index) => {
        const forecast = touchProbability({ distance, sigma: 1, degreesOfFreedom: 4, stepShare: 1 / 288 });
        return forecast / (frequencies[index] ?? NaN);
      });
      expect(Math.min(...ratios)).toBeGreaterThan(0.85);
      expect(Math.max(...ratios)).toBeLessThan(1.15);
    },
  );

  test('falls when the price is looked at only at steps', () => {
    const question = { distance: 1, sigma: 1, degreesOfFreedom: 4 };

    // The barrier moves out by 0.5826 * sqrt(1 / 4).
    expect(touchProbability({ ...question, stepShare: 1 / 4 })).toBe(
      touchProbability({ ...question, distance: 1.2913 }),
    );
  });

  test('takes its degrees of freedom from the horizon and from how still the market is', () => {
    const degrees = [0.5, 1, 4, 24, 168, 720].map((hours) => degreesOfFreedomAt(hours));
    expect(degrees).toEqual([4.3, 4.3, 4.3, 4.3, 3.8, 3.8]);
    // Half way between a day and a week in the logarithm.
    expect(degreesOfFreedomAt(24 * Math.sqrt(7))).toBeCloseTo(4.05, 12);
    // Fourth root of half the usual 3 % a day.
    expect(degreesOfFreedomAt(24, 0.015)).toBeCloseTo(4.3 * 0.5 ** 0.25, 12);
  });
});

describe('the highest leverage for a chance of ruin', () => {
  test('puts the liquidation where it is touched with that chance', () => {
    const limit = { ruinProbability: 0.05, sigma: 0.03, degreesOfFreedom: 4, maintenanceRate: 0.005 };
    const long = maximumLeverage({ ...limit, side: 'long' }) ?? NaN;
    const short = maximumLeverage({ ...limit, side: 'short' }) ?? NaN;
    // Isolated linear: long E (1 - 1/L) / (1 - m), short E (1 + 1/L) / (1 + m).
    const distances = [-Math.log((1 - 1 / long) / 0.995), Math.log((1 + 1 / short) / 1.005)];

    for (const distance of distances) {
      expect(touchProbability({ ...limit, distance })).toBeCloseTo(0.05, 10);
      expect(distance).toBeCloseTo(touchDistance(0.05, 0.03, 4), 12);
    }
  });
});

describe('a touch that a cascade helps', () => {
  // Forced selling starts 2 % away and carries the price to 5 %.
  const cascade = terminalFromSamples([0, 0.0199, 0.02, 0.05], [0, 0.0199, 0.05, 0.05]);

  test('needs only the move that starts the cascade', () => {
    expect(effectiveDistance(cascade, 0.04)).toBeCloseTo(0.02, 3);
    expect(effectiveDistance(cascade, 0.01)).toBeCloseTo(0.01, 6);
    expect(effectiveDistance(cascade, 0.06)).toBeCloseTo(0.06, 6);
  });
});
