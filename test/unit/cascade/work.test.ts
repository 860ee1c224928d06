import { expect, test } from 'vitest';

import { drawAssumptions, simulateCascade } from '../../../core/cascade/simulate-cascade.ts';
import { cascadeProfile, CASCADE_BINS } from '../../bench/cascade.ts';
import { countReads } from '../../support/count-reads.ts';

test('a draw reads the grid no farther than where its move ends', () => {
  const released = countReads(cascadeProfile.releasedUsd);
  const depth = countReads(cascadeProfile.depthUsd);
  const profile = { ...cascadeProfile, releasedUsd: released.values, depthUsd: depth.values };
  /** Steps of 0.1 % from the trigger, which is at 20, to where the move of one draw ends. */
  const end = (flow: number): number => {
    const draws = {
      flow: Float64Array.of(flow),
      haircut: Float64Array.of(1),
      latentY: Float64Array.of(1.15),
    };
    const before = released.reads();
    const { terminalDistance } = simulateCascade(profile, 0.02, draws, 1);
    const steps = Math.ceil(terminalDistance.p50 / profile.logStep) - 20;
    // One for each step, and two each for the trigger and the end.
    expect(released.reads() - before).toBeLessThanOrEqual(steps + 4);
    return steps;
  };

  expect(end(1)).toBeLessThan(100);
  expect(end(1000)).toBe(CASCADE_BINS - 20);
});

test('2,000 draws read less than a third of what 2,000 passes over the grid would', () => {
  const released = countReads(cascadeProfile.releasedUsd);
  const profile = { ...cascadeProfile, releasedUsd: released.values };
  simulateCascade(profile, 0.02, drawAssumptions(1, 2000), 0.5);

  // 308,566 of 1.2 M, most of them where the flow is large.
  expect(released.reads()).toBeLessThan((2000 * CASCADE_BINS) / 3);
});
