import { drawAssumptions, simulateCascade } from '../../core/cascade/simulate-cascade.ts';
import type { CascadeProfile } from '../../core/cascade/solve-cascade.ts';

export const CASCADE_BINS = 600;
const DRAWS = 2000;

/** Flow that the latent liquidity hardly stops: most draws walk a long way over the grid. */
export const cascadeProfile: CascadeProfile = {
  logStep: 0.001,
  releasedUsd: Float64Array.from({ length: CASCADE_BINS + 1 }, (_, i) => 3e7 * i),
  depthUsd: Float64Array.from({ length: CASCADE_BINS + 1 }, (_, i) => 2e7 * i ** 0.8),
  dailyVolumeUsd: 6e9,
  dailySigma: 0.04,
};
const draws = drawAssumptions(1, DRAWS);

/** One simulated cascade: 2,000 draws on 600 bins. */
export const cascadeCase = {
  name: 'cascade: 2,000 draws on 600 bins',
  n: DRAWS * CASCADE_BINS,
  run: (): number => simulateCascade(cascadeProfile, 0.02, draws, 0.5).terminalDistance.p50,
};
