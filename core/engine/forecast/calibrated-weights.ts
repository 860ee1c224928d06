import type { PositionSide } from '../../market/forced-order.ts';
import type { Inventory } from '../inventory.ts';
import {
  type ClassWeights,
  CLASSES,
  DEFAULT_FORCED_SHARE,
  type EngineParameters,
  FINITE_CLASSES,
} from '../parameters.ts';
import { anchoredWeights, type StockAnchor } from '../public/stock-anchor.ts';
import type { Calibration } from './calibration.ts';
import { sizeQuantile } from './size-histogram.ts';

/** Weight of the prior of the forced weights, in orders of median size. */
const PRIOR_ORDERS = 60;
/** Coins of a median order before any was seen. */
const INITIAL_MEDIAN_BASE = 0.05;

/** Share of swept exposure that a complete feed tells; stops and hands take the rest. Synthetic markets: 0.4 to 0.8. */
export const CONVERSION = 0.7;
/**
 * Forced over expected coins, if flow shares were right and every swept coin was forced, in two kinds of market. In the
 * field (Binance BTC, January and February 2026) the flow shares agree with public positions, 0.5 % of a side within
 * 2 % of the price and 2 % within 5 %, and still only 3 % of what is swept is forced: hands and stops come first. Where
 * traders seldom act (synthetic markets) 15 % is forced, and there it is the flow shares that are wrong.
 */
const FIELD_SHARE = 0.03;
const PASSIVE_SHARE = 0.15;
/** Spread of the logarithm of either share. */
const SHARE_LOG_SD = 0.5;

/** Weight of the flow shares in the exposure weights, in orders of median size. */
const EXPOSURE_PRIOR_ORDERS = 30;
/** How much of the other side's evidence counts: leverage is a habit of traders more than of sides. */
const OTHER_SIDE_SHARE = 0.5;
/** Farthest that evidence may move a class from its flow share; public positions speak against more. */
const MIN_CORRECTION = 0.1;
const MAX_CORRECTION = 2;

/**
 * Weights that turn class-agnostic mass into coins that feeds will tell: forced over swept by class, with a prior
 * of a fixed share of the flow shares, smoothed over neighbouring classes. Class without liquidation: 0.
 */
export function forcedWeights(calibration: Calibration, parameters: EngineParameters): ClassWeights {
  const priorBase = PRIOR_ORDERS * medianBase(calibration);
  const weightsOf = (side: PositionSide): Float64Array => {
    const { forced, swept } = calibration[side];
    const shares = parameters.flowShares[side];
    const ratios = new Float64Array(FINITE_CLASSES);
    for (let k = 0; k < FINITE_CLASSES; k++) {
      const prior = (shares[k] ?? 0) * DEFAULT_FORCED_SHARE;
      ratios[k] = ((forced[k] ?? 0) + priorBase * prior) / ((swept[k] ?? 0) + priorBase);
    }
    const weights = new Float64Array(CLASSES);
    smoothInto(weights, ratios);
    return weights;
  };
  return { long: weightsOf('long'), short: weightsOf('short') };
}

/**
 * How far forced orders may correct exposure, 0 to 1: the probability that traders here seldom act before they are
 * liquidated, by how much was forced of what the flow shares expected; 0 without a complete feed, because a sampled
 * one cannot tell how much.
 */
export function correctionTrust(calibration: Calibration, parameters: EngineParameters): number {
  let forced = 0;
  let expected = 0;
  for (const side of ['long', 'short'] as const) {
    for (let k = 0; k < FINITE_CLASSES; k++) {
      forced += calibration[side].forced[k] ?? 0;
      expected += (parameters.flowShares[side][k] ?? 0) * (calibration[side].swept[k] ?? 0);
    }
  }
  if (!(forced > 0 && expected > 0)) return 0;
  const middle = Math.log(FIELD_SHARE * PASSIVE_SHARE) / 2;
  const slope = Math.log(PASSIVE_SHARE / FIELD_SHARE) / SHARE_LOG_SD ** 2;
  return calibration.completeShare / (1 + Math.exp(-slope * (Math.log(forced / expected) - middle)));
}

/**
 * Weights that turn class-agnostic mass into coins that would be liquidated if nobody acted: the flow shares, corrected
 * as far as {@link correctionTrust} goes by what was forced against what they had expected.
 */
export function exposureWeights(calibration: Calibration, parameters: EngineParameters): ClassWeights {
  const trust = correctionTrust(calibration, parameters);
  if (trust === 0) return parameters.flowShares;
  const priorBase = EXPOSURE_PRIOR_ORDERS * medianBase(calibration);
  const weightsOf = (side: PositionSide): Float64Array => {
    const own = calibration[side];
    const other = calibration[side === 'long' ? 'short' : 'long'];
    const shares = parameters.flowShares[side];
    const ratios = new Float64Array(FINITE_CLASSES);
    for (let k = 0; k < FINITE_CLASSES; k++) {
      const forced = (own.forced[k] ?? 0) + OTHER_SIDE_SHARE * (other.forced[k] ?? 0);
      const swept = (own.swept[k] ?? 0) + OTHER_SIDE_SHARE * (other.swept[k] ?? 0);
      ratios[k] = (forced + priorBase) / (CONVERSION * (shares[k] ?? 0) * swept + priorBase);
    }
    const corrections = new Float64Array(CLASSES).fill(1);
    smoothInto(corrections, ratios);
    for (let k = 0; k < CLASSES; k++) {
      const correction = Math.min(Math.max(corrections[k] ?? 1, MIN_CORRECTION), MAX_CORRECTION);
      corrections[k] = (shares[k] ?? 0) * correction ** trust;
    }
    return corrections;
  };
  return { long: weightsOf('long'), short: weightsOf('short') };
}

/** Exposure weights of a market now: {@link exposureWeights}, bent by what public positions say where any are known. */
export function marketWeights(
  calibration: Calibration,
  inventory: Inventory,
  anchor: StockAnchor | undefined,
): ClassWeights {
  const prior = exposureWeights(calibration, inventory.parameters);
  return anchor === undefined ? prior : anchoredWeights(anchor, prior, inventory);
}

/** Coins of a median order. */
export const medianBase = (calibration: Calibration): number =>
  sizeQuantile(calibration.sizes, 0.5) ?? INITIAL_MEDIAN_BASE;

/** (1/4, 1/2, 1/4) over the logarithms of neighbouring classes: a geometric mean, which needs no logarithm. */
function smoothInto(target: Float64Array, ratios: Float64Array): void {
  const last = ratios.length - 1;
  for (let k = 0; k <= last; k++) {
    const own = ratios[k] ?? 0;
    const before = ratios[Math.max(k - 1, 0)] ?? 0;
    const after = ratios[Math.min(k + 1, last)] ?? 0;
    target[k] = Math.sqrt(own * Math.sqrt(before * after));
  }
}
