import { expect, test } from 'vitest';
import { drawAssumptions } from '../../../core/cascade/simulate-cascade.ts';
import { sampleTerminals } from '../../../core/cascade/terminal-samples.ts';

test('larger own moves end farther away in every draw, and moves beyond the grid are left out', () => {
  const profile = {
    logStep: 0.001,
    releasedUsd: Float64Array.from({ length: 101 }, (_, i) => i * 1e7),
    depthUsd: Float64Array.from({ length: 101 }, (_, i) => i * 1e7),
    dailyVolumeUsd: 6e10,
    dailySigma: 0.025,
  };

  const samples = sampleTerminals(profile, drawAssumptions(1, 50), {
    distances: [0, 0.01, 0.02, 0.05, 0.2],
    count: 20,
    survival: 1,
  });

  expect(samples).toHaveLength(20);
  for (const { distances, terminals } of samples) {
    expect([...distances]).toEqual([0, 0.01, 0.02, 0.05]);
    expect([...terminals]).toEqual([...terminals].sort((a, b) => a - b));
    for (const [i, terminal] of terminals.entries())
      expect(terminal).toBeGreaterThanOrEqual(distances[i] ?? NaN);
  }
});
