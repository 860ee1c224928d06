import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { releasedFlow } from '../../../core/cascade/released-flow.ts';
import { type CascadeProfile, startCascade } from '../../../core/cascade/solve-cascade.ts';
import { type CascadeAssumptions, solveCascade } from '../../support/solve-cascade.ts';

const BINS = 60;
const LOG_STEP = 0.01;
const options = { seed: 2, numRuns: 300 };

const steps = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: BINS, maxLength: BINS });

const cumulative = (values: readonly number[]): Float64Array => {
  const sums = new Float64Array(values.length + 1);
  for (const [i, value] of values.entries()) sums[i + 1] = (sums[i] ?? 0) + value;
  return sums;
};

const profiles: fc.Arbitrary<CascadeProfile> = fc.record({
  logStep: fc.constant(LOG_STEP),
  releasedUsd: steps.map(cumulative),
  depthUsd: steps.map(cumulative),
  dailyVolumeUsd: fc.double({ min: 1e8, max: 1e11, noNaN: true }),
  dailySigma: fc.double({ min: 0.005, max: 0.1, noNaN: true }),
});

const assumptions: fc.Arbitrary<CascadeAssumptions> = fc.record({
  ridersAlong: fc.double({ min: 1, max: 4, noNaN: true }),
  haircut: fc.double({ min: 0.2, max: 2, noNaN: true }),
  survival: fc.double({ min: 0.005, max: 1, noNaN: true }),
  latentY: fc.double({ min: 0.5, max: 2.5, noNaN: true }),
});

const triggers = fc.double({ min: 1e-6, max: BINS * LOG_STEP, noNaN: true });

const ROUNDING = 1e-12;

describe('a cascade', () => {
  test('never ends before its trigger and amplifies by at least 1', () => {
    fc.assert(
      fc.property(profiles, triggers, assumptions, (profile, trigger, assumed) => {
        const end = solveCascade(profile, trigger, assumed);

        expect(end.terminalDistance).toBeGreaterThanOrEqual(trigger);
        expect(end.amplification).toBeGreaterThanOrEqual(1);
        expect(end.terminalDistance).toBeLessThanOrEqual(BINS * LOG_STEP);
      }),
      options,
    );
  });

  test('never goes further when there is more depth', () => {
    fc.assert(
      fc.property(profiles, steps, triggers, assumptions, (profile, more, trigger, assumed) => {
        const added = cumulative(more);
        const deeper = { ...profile, depthUsd: profile.depthUsd.map((usd, i) => usd + (added[i] ?? 0)) };

        const end = solveCascade(profile, trigger, assumed).terminalDistance;

        expect(solveCascade(deeper, trigger, assumed).terminalDistance).toBeLessThanOrEqual(end + ROUNDING);
      }),
      options,
    );
  });

  test('never ends nearer when there is more mass', () => {
    fc.assert(
      fc.property(profiles, steps, triggers, assumptions, (profile, more, trigger, assumed) => {
        const added = cumulative(more);
        const fuller = {
          ...profile,
          releasedUsd: profile.releasedUsd.map((usd, i) => usd + (added[i] ?? 0)),
        };

        const end = solveCascade(profile, trigger, assumed).terminalDistance;

        expect(solveCascade(fuller, trigger, assumed).terminalDistance).toBeGreaterThanOrEqual(
          end - ROUNDING,
        );
      }),
      options,
    );
  });

  test('ends at the first grid point that a look at each of them finds', () => {
    /** What is absorbed beyond the trigger less what is released, at a grid point. */
    const surplusAt = (
      { depthUsd, releasedUsd, dailyVolumeUsd, dailySigma }: CascadeProfile,
      { ridersAlong, haircut, survival, latentY }: CascadeAssumptions,
      start: ReturnType<typeof startCascade>,
      point: number,
    ): number =>
      depthUsd[point]! -
      start.depthUsd +
      (dailyVolumeUsd / (latentY * dailySigma) ** 2) * (point * LOG_STEP - start.distance) ** 2 -
      ((ridersAlong * haircut) / survival) * releasedUsd[point]!;
    fc.assert(
      fc.property(profiles, triggers, assumptions, (profile, trigger, assumed) => {
        const start = startCascade(profile, trigger);

        const { terminalDistance } = solveCascade(profile, trigger, assumed);

        const points = Array.from({ length: BINS + 1 }, (_, point) => point).slice(start.nextIndex);
        const first = points.find((point) => surplusAt(profile, assumed, start, point) >= 0) ?? BINS;
        expect(terminalDistance).toBeLessThanOrEqual(first * LOG_STEP + ROUNDING);
        const isOpen = start.releasedUsd > 0 && first > start.nextIndex;
        const least = isOpen ? (first - 1) * LOG_STEP : trigger;
        expect(terminalDistance).toBeGreaterThanOrEqual(least - ROUNDING);
      }),
      options,
    );
  });

  test('of an empty map ends exactly where it began', () => {
    fc.assert(
      fc.property(profiles, triggers, assumptions, (profile, trigger, assumed) => {
        const empty = { ...profile, releasedUsd: new Float64Array(BINS + 1) };

        expect(solveCascade(empty, trigger, assumed)).toMatchObject({
          terminalDistance: trigger,
          amplification: 1,
        });
      }),
      options,
    );
  });

  test('runs up a mirrored map as it runs down the map', () => {
    fc.assert(
      fc.property(
        steps,
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        triggers,
        assumptions,
        (mass, position, trigger, assumed) => {
          // Bins 0 to 59 below 1 as longs; reflected about log price 0 they are shorts above it.
          const map = {
            logStep: LOG_STEP,
            firstBin: -BINS,
            longForcedUsd: [...mass, ...Array.from({ length: BINS }, () => 0)],
            shortForcedUsd: [...Array.from({ length: BINS }, () => 0), ...mass.toReversed()],
          };
          const grid = { logStep: LOG_STEP, length: BINS + 1 };
          const solve = (price: number, direction: 'down' | 'up') =>
            solveCascade(
              {
                logStep: LOG_STEP,
                releasedUsd: releasedFlow(map, price, direction, grid),
                depthUsd: new Float64Array(BINS + 1),
                dailyVolumeUsd: 1e10,
                dailySigma: 0.03,
              },
              trigger,
              assumed,
            );

          const down = solve(Math.exp(position), 'down');
          const up = solve(Math.exp(-position), 'up');

          expect(up.terminalDistance).toBeCloseTo(down.terminalDistance, 6);
          expect(Math.abs(up.forcedUsd - down.forcedUsd)).toBeLessThanOrEqual(1 + 1e-6 * down.forcedUsd);
        },
      ),
      options,
    );
  });
});
