import { type CascadeAssumptions, type CascadeProfile, DEFAULT_ASSUMPTIONS } from './solve-cascade.ts';

/**
 * Nearest log distance at which a move would begin to feed itself: each further dollar absorbed releases at least one
 * more, n(u) = Q'(u) / A'(u) >= 1, for a move that began at the price. Null where it never does.
 */
export function findTrigger(
  profile: CascadeProfile,
  assumptions: CascadeAssumptions = DEFAULT_ASSUMPTIONS,
): number | null {
  const { logStep, releasedUsd, depthUsd, dailyVolumeUsd, dailySigma } = profile;
  const { ridersAlong, haircut, survival, latentY } = assumptions;
  const flow = (ridersAlong * haircut) / survival;
  const latent = dailyVolumeUsd / (latentY * dailySigma) ** 2;
  for (let i = 1; i < releasedUsd.length; i++) {
    const released = flow * ((releasedUsd[i] ?? 0) - (releasedUsd[i - 1] ?? 0));
    const displayed = (depthUsd[i] ?? 0) - (depthUsd[i - 1] ?? 0);
    const hidden = latent * logStep * logStep * (2 * i - 1);
    if (released > 0 && released >= displayed + hidden) return (i - 1) * logStep;
  }
  return null;
}
