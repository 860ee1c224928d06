import type { PositionSide } from '../../market/forced-order.ts';
import type { ClassWeights } from '../parameters.ts';
import { CONVERSION, medianBase } from './calibrated-weights.ts';
import type { Calibration } from './calibration.ts';

/** Orders that the belief is worth that as much is forced as the map says. */
const PRIOR_ORDERS = 8;

/**
 * By how much more was forced on a side than `weights` say of what was swept while somebody listened: the logarithm of
 * their ratio, 0 where nothing was swept. The corrections of the weights go class by class and lean on what was believed
 * before, so that a side whose every class holds less than was believed keeps too much; here all classes speak together.
 */
export function forcedSurprise(calibration: Calibration, weights: ClassWeights, side: PositionSide): number {
  const { forced, swept } = calibration[side];
  const prior = PRIOR_ORDERS * medianBase(calibration);
  let heard = 0;
  let said = 0;
  for (let k = 0; k < forced.length; k++) {
    heard += forced[k] ?? 0;
    said += CONVERSION * (weights[side][k] ?? 0) * (swept[k] ?? 0);
  }
  return Math.log((heard + prior) / (said + prior));
}
