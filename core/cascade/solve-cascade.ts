import { cumulativeAt, type CumulativeUsd } from './cumulative.ts';

/** What one direction of a market would release and absorb; both cumulative columns on one grid, equally long. */
export interface CascadeProfile {
  readonly logStep: number;
  /** Expected forced dollars, see `releasedFlow`. */
  readonly releasedUsd: CumulativeUsd;
  /** Displayed dollars of all books, see `displayedDepth`; all 0 where no book is known. */
  readonly depthUsd: CumulativeUsd;
  /** Turnover of a day, USD, above 0: what stands behind the displayed book. */
  readonly dailyVolumeUsd: number;
  /** Standard deviation of a day's log return, above 0. */
  readonly dailySigma: number;
}

/** What is the same for every assumption about a trigger. */
export interface CascadeStart {
  readonly distance: number;
  /** First grid point beyond the trigger. */
  readonly nextIndex: number;
  readonly depthUsd: number;
  readonly releasedUsd: number;
}

/** The farthest distance that the grid knows. */
export const gridEnd = ({ logStep, releasedUsd }: CascadeProfile): number =>
  (releasedUsd.length - 1) * logStep;

/**
 * What stands between the price and a trigger, so that draws read it once.
 * @param triggerDistance log distance from the price
 * @throws RangeError for one that is not on the grid
 */
export function startCascade(profile: CascadeProfile, triggerDistance: number): CascadeStart {
  if (!(triggerDistance >= 0 && triggerDistance <= gridEnd(profile))) {
    throw new RangeError(`trigger at log distance ${triggerDistance} is not on the grid`);
  }
  return {
    distance: triggerDistance,
    nextIndex: Math.floor(triggerDistance / profile.logStep) + 1,
    depthUsd: cumulativeAt(profile.depthUsd, profile.logStep, triggerDistance),
    releasedUsd: cumulativeAt(profile.releasedUsd, profile.logStep, triggerDistance),
  };
}

/** Grid points that are passed over at once where the flow is far from being covered. */
const STRIDE = 8;

/**
 * Smallest u >= u0 with D(u) - D(u0) + latent (u - u0)^2 >= flow L(u), linear between grid points. Both sides are
 * divided by the survival, so that one division serves the whole pass.
 * @param flow released dollars that press on the book for one expected forced dollar, over survival
 * @param latent dollars for a squared unit of log distance
 */
export function findTerminal(
  profile: CascadeProfile,
  start: CascadeStart,
  flow: number,
  latent: number,
): number {
  const { logStep, releasedUsd, depthUsd } = profile;
  let surplus = -flow * start.releasedUsd;
  if (surplus >= 0) return start.distance;
  const absorbedAt = (index: number): number => {
    const beyond = index * logStep - start.distance;
    return (depthUsd[index] ?? 0) - start.depthUsd + latent * beyond * beyond;
  };
  let distance = start.distance;
  let near = 0;
  for (let i = start.nextIndex; i < releasedUsd.length; i++) {
    let released = flow * (releasedUsd[i] ?? 0);
    const last = i + STRIDE;
    if (i >= near && last < releasedUsd.length) {
      // What is absorbed by the last point does not cover what is released by the first: it ends at none between.
      if (absorbedAt(last) < released) {
        i = last;
        released = flow * (releasedUsd[i] ?? 0);
      } else near = last;
    }
    const next = i * logStep;
    const nextSurplus = absorbedAt(i) - released;
    if (nextSurplus >= 0) return distance + ((next - distance) * surplus) / (surplus - nextSurplus);
    surplus = nextSurplus;
    distance = next;
  }
  return Math.max(distance, start.distance);
}
