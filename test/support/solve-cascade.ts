import { cumulativeAt } from '../../core/cascade/cumulative.ts';
import {
  type CascadeProfile,
  findTerminal,
  gridEnd,
  startCascade,
} from '../../core/cascade/solve-cascade.ts';

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
