import { describe, expect, test } from 'vitest';

import { PRIOR_WEIGHTS } from '../../../core/engine/forecast/members.ts';
import { createMixture, mixtureWeights } from '../../../core/engine/forecast/mixture.ts';
import { RELATIVE_BINS } from '../../../core/engine/forecast/relative-lattice.ts';
import { unpackFrozen } from '../../../core/ledger/record/forecast-row.ts';
import { readRow } from '../../../core/ledger/tables/list.ts';
import { FIRST_ROWS } from '../../support/first-rows.ts';

const first = FIRST_ROWS['skill'] as { mixture: object; learntUntilS: number };

const readMixture = (changed: object) => {
  const row = readRow('skill', { ...first, mixture: { ...first.mixture, ...changed } });
  if (row === null) throw new Error('the row is lost');
  return row.mixture;
};

describe('a mixture of five, as the first versions stored it', () => {
  const mixture = readMixture({
    logWeights: { kernel: -40, refill: -31, refillMap: -30, kernelMap: -38, kernelRefillMap: -32 },
    forecastMass: { kernel: 2, refill: 1.4, refillMap: 1.5, kernelMap: 2, kernelRefillMap: 1.6 },
    squaredLogErrors: 12,
    erroredWindows: 4,
  });

  test('gives members that came later their prior weight: nothing speaks for or against them', () => {
    const weights = mixtureWeights(mixture);

    for (const [member, prior] of Object.entries(PRIOR_WEIGHTS))
      expect(weights[member]).toBeCloseTo(prior, 9);
  });

  test('keeps what was learnt of those that are gone', () => {
    expect(mixture.logWeights).toMatchObject({ kernel: -40, kernelMap: -38 });
  });

  test('goes on with the dollars it has seen: the mass of the member that stayed', () => {
    expect(mixture.mixtureMass).toBe(1.5);
    expect(mixture.realisedUsd).toBe(4e6);
  });

  test('puts the middle of its errors where a bell of logarithms with their squares has it', () => {
    // Mean square 3: a mean of 1 - sqrt(1 + 3) = -1 and a variance of 2 = -2 x mean, as of dollars that are right on average.
    expect(mixture.logErrors).toBeCloseTo(-4, 12);
  });
});

test('venues that were not told apart are none, and one that was gives new members their prior weight', () => {
  const venue = { logWeights: { refillMap: -7 }, windowUsd: createMixture().windowUsd, realisedUsd: 9 };

  expect(readMixture({}).venues).toEqual({});
  const { bybit } = readMixture({ venues: { bybit: venue } }).venues;
  expect(bybit?.realisedUsd).toBe(9);
  expect(bybit?.logWeights).toEqual({ refillMap: -7, steep: -7, steepest: -7 });
});

test('a mixture of today is read as it was stored', () => {
  const mixture = {
    ...createMixture(),
    logWeights: { refillMap: -3, steep: -1, steepest: -2 },
    mixtureMass: 2,
    logErrors: -1,
  };

  expect(readMixture(mixture)).toMatchObject(mixture);
});

test.each<readonly [string, object]>([
  ['fewer than no windows', { windows: -3 }],
  ['less than no dollars', { realisedUsd: -1 }],
  ['less than no dollars of a venue', { venues: { okx: { ...createMixture(), realisedUsd: -1 } } }],
  ['less than no mass', { mixtureMass: -1 }],
  ['squares below nothing', { squaredLogErrors: -1 }],
  // Two sides an hour for thirty days, each off by a factor of a hundred million: 1440 x 18.4 squared is 489,000.
  ['larger errors than there can be', { squaredLogErrors: 1e7 }],
  // Ten windows of prior: -3005 / 10 has a larger square than 12.5 / 10.
  ['a mean that its squares cannot have', { logErrors: -3000, squaredLogErrors: 0, erroredWindows: 0 }],
])('a mixture of %s is no mixture: it is learnt anew', (_what, wrong) => {
  expect(readRow('skill', { ...first, mixture: { ...createMixture(), ...wrong } })).toBeNull();
});

test('a frozen forecast of five members teaches the one that is still there, and the others as the mixture', () => {
  const names = ['forecast', 'kernel', 'refill', 'refillMap', 'kernelMap', 'kernelRefillMap', 'ladder'];
  const densities = Float32Array.from(
    { length: names.length * 2 * RELATIVE_BINS },
    (_, at) => 1 + Math.floor(at / (2 * RELATIVE_BINS)),
  );

  const frozen = unpackFrozen({
    atS: 7,
    price: 100,
    usdScale: 1,
    forcedLogSd: 1,
    forcedLogMean: 0,
    names,
    densities,
  });

  const firstOf = (member: string): number | undefined => frozen?.members[member]?.long[0];
  expect([firstOf('refillMap'), firstOf('steep'), firstOf('steepest')]).toEqual([4, 1, 1]);
  expect(frozen?.baselines['ladder']?.short[0]).toBe(7);
});
