import type { PositionSide } from '../../market/forced-order.ts';
import {
  type ClassWeights,
  CLASSES,
  DEFAULT_FORCED_SHARE,
  type EngineParameters,
  FINITE_CLASSES,
} from '../parameters.ts';
import type { Calibration } from './calibration.ts';
import { sizeQuantile } from './size-histogram.ts';

/** Weight of the prior of the forced weights, in orders of median size. */
const PRIOR_ORDERS = 60;
/** Coins of a median order before any was seen. */
const INITIAL_MEDIAN_BASE = 0.05;

/** Share of swept exposure that a complete feed prints; stops and hands take the rest. Synthetic markets: 0.4 to 0.8. */
const CONVERSION = 0.7;
/** Weight of the flow shares in the exposure weights, in orders of median size. */
const EXPOSURE_PRIOR_ORDERS = 30;
/** How much of the other side's evidence counts: leverage is a habit of traders more than of sides. */
const OTHER_SIDE_SHARE = 0.5;
/** Farthest that evidence may move a class from its flow share; public positions speak against more. */
const MIN_CORRECTION = 0.1;
const MAX_CORRECTION = 2;

/**
 * Weights that turn class-agnostic mass into coins that feeds will print: forced over swept by class, with a prior
 * of a fixed share of the flow shares, smoothed over neighbouring classes. Class without liquidation: 0.
 */
export function forcedWeights(calibration: Calibration, parameters: EngineParameters): ClassWeights {
  const weightsOf = (side: PositionSide): Float64Array => {
    const { forced, swept } = calibration[side];
    const priorBase = PRIOR_ORDERS * medianBase(calibration);
    const log = forced.map((coins, k) => {
      const prior = (parameters.flowShares[side][k] ?? 0) * DEFAULT_FORCED_SHARE;
      return Math.log((coins + priorBase * prior) / ((swept[k] ?? 0) + priorBase));
    });
    const weights = new Float64Array(CLASSES);
    weights.set(smoothClasses(log).map(Math.exp));
    return weights;
  };
  return { long: weightsOf('long'), short: weightsOf('short') };
}

/**
 * Weights that turn class-agnostic mass into coins that would be liquidated if nobody acted: the flow shares,
 * corrected by what a complete feed printed against what they had expected it to print. Without such a feed, the
 * flow shares themselves: a sampled feed cannot tell how much.
 */
export function exposureWeights(calibration: Calibration, parameters: EngineParameters): ClassWeights {
  const priorBase = EXPOSURE_PRIOR_ORDERS * medianBase(calibration);
  const weightsOf = (side: PositionSide): Float64Array => {
    const own = calibration[side];
    const other = calibration[side === 'long' ? 'short' : 'long'];
    const shares = parameters.flowShares[side];
    const log = own.forced.map((coins, k) => {
      const forced = coins + OTHER_SIDE_SHARE * (other.forced[k] ?? 0);
      const swept = (own.swept[k] ?? 0) + OTHER_SIDE_SHARE * (other.swept[k] ?? 0);
      return Math.log((forced + priorBase) / (CONVERSION * (shares[k] ?? 0) * swept + priorBase));
    });
    const corrections = smoothClasses(log).map(
      (value) =>
        Math.min(Math.max(Math.exp(value), MIN_CORRECTION), MAX_CORRECTION) ** calibration.completeShare,
    );
    return shares.map((share, k) => share * (k < FINITE_CLASSES ? (corrections[k] ?? 1) : 1));
  };
  return { long: weightsOf('long'), short: weightsOf('short') };
}

const medianBase = (calibration: Calibration): number =>
  sizeQuantile(calibration.sizes, 0.5) ?? INITIAL_MEDIAN_BASE;

/** (1/4, 1/2, 1/4) over neighbouring classes. */
const smoothClasses = (log: Float64Array): Float64Array =>
  log.map((own, k) => ((log[k - 1] ?? own) + 2 * own + (log[k + 1] ?? own)) / 4);
