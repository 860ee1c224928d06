import { describe, expect, test } from 'vitest';
import { amountLevel } from '../../../core/engine/forecast/amount-level.ts';
import {
  DISTANCE_LAW,
  distanceDensity,
  MEMBER_LAWS,
  memberDensities,
  MEMBERS,
  PRIOR_WEIGHTS,
} from '../../../core/engine/forecast/members.ts';
import { bringToLevel, mixDensities } from '../../../core/engine/forecast/mix-densities.ts';
import type { Places } from '../../../core/engine/forecast/places.ts';
import { FINE_LENGTH, meanNear } from '../../../core/engine/forecast/relative-lattice.ts';

const column = (value: number): Float64Array => new Float64Array(FINE_LENGTH).fill(value);

/** Prices that were never visited, on a map that is the same everywhere. */
const places = (changed: Partial<Places> = {}): Places => ({
  ageHours: column(1e4),
  nearHours: column(0),
  relativeMass: column(1),
  ...changed,
});

describe('the law of distance', () => {
  test('misses its share at the price and nothing far away', () => {
    // The middle of the first fine step lies 2.5 bp away.
    const [near] = distanceDensity({ missingShare: 0.8, scale: 0.016, power: 0.5 });
    expect(near).toBeCloseTo(Math.sqrt(1 - 0.8 * Math.exp(-0.00025 / 0.016)), 12);
    expect(distanceDensity(DISTANCE_LAW)[0]).toBeCloseTo(1 - 0.5 * Math.exp(-0.00025 / 0.004), 12);
    for (const member of MEMBERS) {
      expect(distanceDensity(MEMBER_LAWS[member].distance).at(-1)).toBeCloseTo(1, 2);
    }
  });
});

describe('the members', () => {
  const near = (member: number, of = places()): number => memberDensities(of)[member]?.[20] ?? NaN;

  test('are distance, refill and map, and nothing else', () => {
    // An hour after the last visit, half an hour of it close by; the map holds twice its mean.
    const known = places({ ageHours: column(1), nearHours: column(0.5), relativeMass: column(2) });

    const refill = 1 - 0.15 * Math.exp(-4 * 0.5 - 0.3 * 0.5) - 0.6 * Math.exp(-1 / 8);
    const distance = 20.5 * 0.0005;
    expect(MEMBERS).toEqual(['refillMap', 'steep', 'steepest']);
    expect(near(0, known)).toBeCloseTo(
      Math.sqrt(1 - 0.5 * Math.exp(-distance / 0.004)) * refill * 2.1 ** 0.05,
      12,
    );
    expect(near(1, known)).toBeCloseTo(
      Math.sqrt(1 - 0.8 * Math.exp(-distance / 0.016)) * refill * 2.1 ** 0.3,
      12,
    );
    expect(near(2, known)).toBeCloseTo(
      (1 - 0.98 * Math.exp(-distance / 0.03)) ** 2 * refill * 2.1 ** 0.3,
      12,
    );
  });

  test('rise with distance the more steeply the less leverage they expect', () => {
    const ratios = memberDensities(places()).map((density) => (density[2] ?? 0) / (density[39] ?? 0));

    expect(ratios).toEqual(ratios.toSorted((a, b) => b - a));
    expect(ratios[0]).toBeGreaterThan(0.7);
    expect(ratios[2]).toBeLessThan(0.05);
  });

  test('have prior weights that sum to 1', () => {
    expect(Object.values(PRIOR_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe('how much', () => {
  test('is what has come back near the price since it was there, more after a lively hour', () => {
    const known = { ageHours: column(1e4).fill(16, 0, 20) };

    // Of what lies within 2 % the price left half sixteen hours ago, and never visited the other.
    const level = 1 - (0.8 * Math.exp(-1)) / 2;
    expect(amountLevel(known, 0.01)).toBeCloseTo(level, 12);
    expect(amountLevel(known, 0.1)).toBeCloseTo(10 ** 0.3 * level, 12);
  });

  test('does not change where: the mixture is lifted to it as a whole', () => {
    const mixed = mixDensities(memberDensities(places()), [0.5, 0.25, 0.25]);
    const before = mixed.slice();

    bringToLevel(mixed, 3);

    expect(meanNear(mixed)).toBeCloseTo(3, 12);
    expect((mixed[300] ?? 0) / (mixed[7] ?? 0)).toBeCloseTo((before[300] ?? 0) / (before[7] ?? 0), 12);
  });
});
