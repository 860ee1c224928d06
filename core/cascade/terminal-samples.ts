import type { CascadeDraws } from './simulate-cascade.ts';
import { type CascadeProfile, findTerminal, gridEnd, startCascade } from './solve-cascade.ts';

/** One draw's terminal distances at the given own moves, both log distances. */
export interface TerminalSamples {
  readonly distances: Float64Array;
  readonly terminals: Float64Array;
}

/**
 * Where forced flow carries moves of different sizes, for the first `count` draws: what a chance of touch needs to let
 * cascades do the rest of the way. Distances beyond the grid are left out.
 * @param survival liquidity there now as a share of normal
 */
export function sampleTerminals(
  profile: CascadeProfile,
  draws: CascadeDraws,
  options: { readonly distances: readonly number[]; readonly count: number; readonly survival: number },
): readonly TerminalSamples[] {
  const distances = Float64Array.from(options.distances.filter((distance) => distance <= gridEnd(profile)));
  const starts = Array.from(distances, (distance) => startCascade(profile, distance));
  const latent = profile.dailyVolumeUsd / profile.dailySigma ** 2;
  return Array.from({ length: Math.min(options.count, draws.flow.length) }, (_, draw) => {
    const flow = (draws.flow[draw] ?? 0) / options.survival;
    const y = draws.latentY[draw] ?? 1;
    return {
      distances,
      terminals: Float64Array.from(starts, (start) => findTerminal(profile, start, flow, latent / (y * y))),
    };
  });
}
