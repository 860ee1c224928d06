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

/** What is assumed about one cascade. */
export interface CascadeAssumptions {
  /** Flow that rides along for one forced dollar, itself included: stops, hedges, fear. 1 or more. */
  readonly ridersAlong: number;
  /** Share of the forced dollars that reaches the book; the rest goes to backstops. Above 0. */
  readonly haircut: number;
  /** Share of normal liquidity that stays, above 0. */
  readonly survival: number;
  /** Y of the square-root law: a flow Q moves the price by Y sigma sqrt(Q / V). Above 0. */
  readonly latentY: number;
}

/**
 * Middle assumptions: three fifths ride along, a tenth is held back (assumptions); Y of 1.15 lies between what was
 * measured for takers (1.07) and for destroyed open interest (1.26).
 */
export const DEFAULT_ASSUMPTIONS: CascadeAssumptions = {
  ridersAlong: 1.6,
  haircut: 0.9,
  survival: 1,
  latentY: 1.15,
};

export interface CascadeEnd {
  /** Log distance at which the flow is absorbed, never less than the trigger's. */
  readonly terminalDistance: number;
  /** Forced dollars that reach the book from the price to the terminal. */
  readonly forcedUsd: number;
  /** Terminal distance / trigger distance, 1 or more; 1 for a trigger at the price. */
  readonly amplification: number;
  /** False where the grid ended first: the cascade goes at least so far. */
  readonly isAbsorbed: boolean;
}

/**
 * Where forced flow carries a move that has come to `triggerDistance`: the nearest distance at which what the market absorbs beyond
 * the trigger, displayed and latent, covers all that the way released. The smallest fixed point, in one pass.
 * @throws RangeError for a trigger outside the grid
 */
export function solveCascade(
  profile: CascadeProfile,
  triggerDistance: number,
  assumptions: CascadeAssumptions = DEFAULT_ASSUMPTIONS,
): CascadeEnd {
  const { ridersAlong, haircut, survival, latentY } = assumptions;
  const start = startCascade(profile, triggerDistance);
  const terminalDistance = findTerminal(
    profile,
    start,
    (ridersAlong * haircut) / survival,
    profile.dailyVolumeUsd / (latentY * profile.dailySigma) ** 2,
  );
  return {
    terminalDistance,
    forcedUsd: haircut * cumulativeAt(profile.releasedUsd, profile.logStep, terminalDistance),
    amplification: triggerDistance > 0 ? terminalDistance / triggerDistance : 1,
    isAbsorbed: terminalDistance < gridEnd(profile),
  };
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
  let distance = start.distance;
  for (let i = start.nextIndex; i < releasedUsd.length; i++) {
    const next = i * logStep;
    const beyond = next - start.distance;
    const nextSurplus =
      (depthUsd[i] ?? 0) - start.depthUsd + latent * beyond * beyond - flow * (releasedUsd[i] ?? 0);
    if (nextSurplus >= 0) return distance + ((next - distance) * surplus) / (surplus - nextSurplus);
    surplus = nextSurplus;
    distance = next;
  }
  return Math.max(distance, start.distance);
}
