import type { PositionSide } from '../market/forced-order.ts';
import { CLASSES, classHazards, classShifts, type EngineParameters } from './parameters.ts';

/** Terms of the series in which a bin's mass is known between two settlements. */
export const MOMENTS = 5;

/** What is derived from the parameters for one side, so that a bar computes none of it again. */
export interface SideModel {
  readonly logStep: number;
  /** Share of openings by class. */
  readonly shares: Float64Array;
  readonly hazards: Float64Array;
  /** Bins from entry to liquidation of the finite classes. */
  readonly shifts: Int32Array;
  /** share * hazard^i at `[class * MOMENTS + i]`. */
  readonly powers: Float64Array;
  /** The sum of `powers` over a class and all beyond it, in the same places. */
  readonly powersFrom: Float64Array;
}

/** Made once for many bars: it does not change while `parameters` do not. */
export function createSideModel(parameters: EngineParameters, side: PositionSide): SideModel {
  const shares = parameters.flowShares[side];
  const hazards = classHazards(parameters.holdingExponent);
  const powers = new Float64Array(CLASSES * MOMENTS);
  for (let k = 0; k < CLASSES; k++) {
    for (let i = 0; i < MOMENTS; i++) powers[k * MOMENTS + i] = (shares[k] ?? 0) * (hazards[k] ?? 0) ** i;
  }
  const powersFrom = powers.slice();
  for (let at = powersFrom.length - MOMENTS - 1; at >= 0; at--)
    powersFrom[at] = (powersFrom[at] ?? 0) + (powersFrom[at + MOMENTS] ?? 0);
  return {
    logStep: parameters.logStep,
    shares,
    hazards,
    shifts: classShifts(parameters.logStep),
    powers,
    powersFrom,
  };
}
