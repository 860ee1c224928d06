import { array, assert, double, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapGain } from '../../core/engine/skill/bootstrap.ts';
import { fitKernels, smoothKernel } from '../../core/engine/skill/distance-kernel.ts';
import { meanLogProbability, mixUniform } from '../../core/engine/skill/information-gain.ts';
import { tweedieDeviance } from '../../core/engine/skill/magnitude.ts';
import { regionEdges, type Region } from '../../core/engine/skill/region.ts';
import { recutSnapshot } from '../../core/engine/skill/snapshot.ts';

const amount = double({ min: 0, max: 1e6, noNaN: true });
const reach = double({ min: 0.003, max: 0.12, noNaN: true });
const PARAMETERS = { numRuns: 200, seed: 11 } as const;

/** A region of `reach` with amounts drawn from `values`, repeated as needed. */
function buildRegion(reachOfRegion: number, values: readonly number[], day = 0): Region {
  const edges = regionEdges(reachOfRegion);
  const usd = Float64Array.from({ length: edges.length - 1 }, (_, bin) => values[bin % values.length] ?? 0);
  return { atS: day * 86_400, day, side: 'long', price: 100, edges, usd, orders: usd.map(Math.sign) };
}

describe('the evaluator', () => {
  test('covers the whole reached region with bins of at most 30 bp', () => {
    assert(
      property(reach, (value) => {
        const edges = regionEdges(value);

        expect(edges[0]).toBe(0);
        expect(edges.at(-1)).toBe(value);
        edges.slice(1).forEach((edge, bin) => {
          expect(edge - edges[bin]!).toBeGreaterThan(0);
          expect(edge - edges[bin]!).toBeLessThan(0.003 + 1e-9);
        });
      }),
      PARAMETERS,
    );
  });

  test('turns any masses into probabilities above 0 that sum to 1', () => {
    assert(
      property(reach, array(amount, { minLength: 1, maxLength: 20 }), (value, masses) => {
        const probabilities = mixUniform(buildRegion(value, masses).usd, regionEdges(value));

        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        expect(probabilities.every((p) => p > 0)).toBe(true);
      }),
      PARAMETERS,
    );
  });

  test('does not care for the scale of a forecast, only for its shape', () => {
    const positive = double({ min: 1e-3, max: 1e3, noNaN: true });
    assert(
      property(reach, array(positive, { minLength: 2, maxLength: 20 }), positive, (value, masses, factor) => {
        const region = buildRegion(value, masses.toReversed());
        const forecast = buildRegion(value, masses).usd;
        const scaled = forecast.map((mass) => mass * factor);

        expect(meanLogProbability(scaled, region.edges, region.usd)).toBeCloseTo(
          meanLogProbability(forecast, region.edges, region.usd),
          9,
        );
      }),
      PARAMETERS,
    );
  });

  test('cannot be beaten by more than the mixed uniform where the forecast is what happened', () => {
    assert(
      property(
        reach,
        array(amount, { minLength: 2, maxLength: 20 }),
        array(amount, { minLength: 2, maxLength: 20 }),
        (value, truth, other) => {
          const region = buildRegion(value, truth);
          const own = meanLogProbability(region.usd, region.edges, region.usd);

          // Gibbs: no other distribution is likelier; ours is the truth up to the two percent, ln(0.98) = -0.0202.
          const rival = meanLogProbability(buildRegion(value, other).usd, region.edges, region.usd);
          expect(own).toBeGreaterThanOrEqual(rival + Math.log(0.98) - 1e-9);
        },
      ),
      PARAMETERS,
    );
  });

  test('cuts a snapshot without losing mass', () => {
    assert(
      property(reach, array(amount, { minLength: 80, maxLength: 80 }), (value, masses) => {
        const logStep = 0.002;
        const firstBin = Math.log(100) / logStep - masses.length;
        const snapshot = { atS: 0, price: 100, logStep, firstBin, long: masses, short: masses };

        const parts = recutSnapshot(snapshot, buildRegion(value, [0]));
        const whole = recutSnapshot(snapshot, { side: 'long', price: 100, edges: Float64Array.of(0, value) });

        const total = parts.reduce((sum, mass) => sum + mass, 0);
        expect(Math.abs(total - whole[0]!)).toBeLessThanOrEqual(1e-6 * (1 + whole[0]!));
      }),
      PARAMETERS,
    );
  });

  test('fits kernels that are finite and above 0, whatever happened', () => {
    const happened = array(tuple(reach, array(amount, { minLength: 1, maxLength: 20 })), { maxLength: 8 });
    assert(
      property(happened, (list) => {
        const kernelOf = fitKernels(list.map(([value, usd], day) => buildRegion(value, usd, day)));
        const density = [null, 0].flatMap((exceptDay) => [...smoothKernel(kernelOf(exceptDay), 1).density]);

        expect(density.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
      }),
      PARAMETERS,
    );
  });

  test('gives intervals whose quantiles are in order', () => {
    const term = tuple(
      integer({ min: 0, max: 5 }),
      double({ min: -2, max: 2, noNaN: true }),
      double({ min: 1, max: 100, noNaN: true }),
    );
    assert(
      property(array(term, { minLength: 1, maxLength: 20 }), (rows) => {
        const terms = rows.map(([day, gain, weight]) => ({ day, gain: gain * weight, weight }));

        const interval = bootstrapGain(terms)!;

        expect(interval.p5).toBeLessThanOrEqual(interval.p50);
        expect(interval.p50).toBeLessThanOrEqual(interval.p95);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  test('never rates dollars better than the truth', () => {
    assert(
      property(amount, double({ min: 1, max: 1e6, noNaN: true }), (realisedUsd, expectedUsd) => {
        expect(tweedieDeviance({ realisedUsd, expectedUsd })).toBeGreaterThanOrEqual(0);
      }),
      PARAMETERS,
    );
  });
});
