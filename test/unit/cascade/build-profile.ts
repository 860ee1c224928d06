import { resampleCumulative } from '../../../core/cascade/cumulative.ts';
import type { CascadeProfile } from '../../../core/cascade/solve-cascade.ts';

const GRID = { logStep: 0.001, length: 601 };

/** Distances at which the stylised cascades name their dollars. */
const KNOTS = [0, 0.01, 0.03, 0.06, 0.1, 0.15, 0.25, 0.4, 0.6];

/** A profile of which released and displayed billions are known at those distances. */
export const buildProfile = (
  releasedBillionUsd: readonly number[],
  depthBillionUsd: readonly number[],
  dailyVolumeBillionUsd: number,
  dailySigma: number,
): CascadeProfile => {
  const cumulative = (billions: readonly number[]) =>
    resampleCumulative(
      KNOTS,
      billions.map((value) => value * 1e9),
      GRID,
    );
  return {
    logStep: GRID.logStep,
    releasedUsd: cumulative(releasedBillionUsd),
    depthUsd: cumulative(depthBillionUsd),
    dailyVolumeUsd: dailyVolumeBillionUsd * 1e9,
    dailySigma,
  };
};
