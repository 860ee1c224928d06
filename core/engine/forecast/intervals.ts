import type { PositionSide } from '../../market/forced-order.ts';
import { binOf } from '../../market/liquidation-map.ts';
import { sumMass } from '../class-weights.ts';
import type { Inventory } from '../inventory.ts';
import { NOTHING_OPEN_BASE } from '../open-interest.ts';
import { classHazards, classShifts, type ClassWeights, FINITE_CLASSES } from '../parameters.ts';
import { mirrorBin } from '../side-book.ts';
import { anchorTrust, LARGEST_TRUST, type StockAnchor } from '../public/stock-anchor.ts';
import { NORMAL_DECILE } from '../../market/quantile.ts';
import { sum } from '../skill/information-gain.ts';
import type { Calibration } from './calibration.ts';
import { correctionTrust, marketWeights } from './calibrated-weights.ts';
import { classLogSds } from './class-draws.ts';
import { forcedSurprise } from './forced-surprise.ts';

/*
 * Constants of ln(truth / estimate): round figures by which p10 to p90 holds 80 % near the price and beyond, of five markets
 * of the simulated exchange and of the first ten days of two worlds; the slope was found on thirty markets of other traders.
 * test/bench/skill/README.md says what they hold on markets and days that they were not found on.
 */

/** Spread that no evidence removes: in a market that is known well a stretch still holds more or less than is usual. */
const OWN_LOG_SD = 0.15;
/** Spread between markets: turnover, holding times, top-ups. */
const MARKET_LOG_SD = 0.15;
/** What comes on top where forced orders cannot say how much is really swept. */
const UNCALIBRATED_LOG_SD = { below: 0.8, above: 0.65 };
/** Middle of the errors there: of three kinds of market two hold a third to a half of what flow shares expect, one as much. */
const UNCALIBRATED_LOG_MIDDLE = -0.7;
/** Middle of the errors where they can: a little above the estimate, and as much of {@link forcedSurprise} on top. */
const HEARD_LOG_MIDDLE = 0.25;
const HEARD_SLOPE = { mean: 0.75, sd: 0.4 };
/** Positions of one side, were they equally large: where a stretch holds few of them it holds more or less by chance. */
const POSITIONS = 2500;
/** Where fewer are expected, one stretch in ten holds none. */
const POSITIONS_OR_NONE = Math.log(10);

/** A stretch of prices of one side, USD. */
export interface PriceRange {
  readonly side: PositionSide;
  readonly low: number;
  readonly high: number;
}

/** What the estimate is multiplied by to give the interval; p50 is where the middle of past truths lay. */
export interface IntervalFactors {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/**
 * How far the exposure in each of `ranges` may lie from its estimate: factors at the 10th, 50th and 90th percentile. Spread
 * comes of what the evidence leaves open of each class, of what markets differ in, as far as public positions are not
 * believed, and of how few positions a stretch holds.
 */
export function exposureIntervals(
  inventory: Inventory,
  calibration: Calibration,
  ranges: readonly PriceRange[],
  anchor?: StockAnchor,
): readonly IntervalFactors[] {
  const weights = marketWeights(calibration, inventory, anchor);
  const trust = correctionTrust(calibration, inventory.parameters);
  const sideOf = (side: PositionSide) => ({
    variances: classLogSds(calibration, side).map((sd) => sd ** 2),
    unknown: anchor === undefined ? 1 : 1 - anchorTrust(anchor, side) / LARGEST_TRUST,
    surprise: forcedSurprise(calibration, weights, side),
  });
  const sides = { long: sideOf('long'), short: sideOf('short') };
  const openBase = Math.max(inventory.openInterest.base, NOTHING_OPEN_BASE);
  const coinsOf = coinsByClass(inventory, weights, ranges);
  return ranges.map(({ side }, index) => {
    const { variances, unknown, surprise } = sides[side];
    const coins = coinsOf[index] ?? NOTHING;
    const positions = (POSITIONS * sum(coins)) / openBase;
    const byChance = 1 / positions;
    const ofClasses = varianceOf(coins, variances);
    const ofHeard = trust * (HEARD_SLOPE.sd * surprise) ** 2;
    const spread = (uncalibrated: number, chance: number): number => {
      const ofMarket = MARKET_LOG_SD ** 2 + ofClasses + ofHeard + (1 - trust) * uncalibrated ** 2;
      return NORMAL_DECILE * Math.sqrt(OWN_LOG_SD ** 2 + unknown ** 2 * ofMarket + chance);
    };
    const heard = HEARD_LOG_MIDDLE + HEARD_SLOPE.mean * surprise;
    // Chance leaves the mean where it is, and so takes the middle down.
    const middle = unknown * ((1 - trust) * UNCALIBRATED_LOG_MIDDLE + trust * heard) - byChance / 2;
    return {
      p10: positions < POSITIONS_OR_NONE ? 0 : Math.exp(middle - spread(UNCALIBRATED_LOG_SD.below, byChance)),
      p50: Math.exp(middle),
      p90: Math.exp(middle + spread(UNCALIBRATED_LOG_SD.above, 0)),
    };
  });
}

/** Variance of the logarithm of a sum of `coins` by class, whose errors do not depend on each other. */
function varianceOf(coins: Float64Array, variances: Float64Array): number {
  const total = sum(coins);
  return total > 0 ? sum(coins.map((own, k) => (own / total) ** 2 * (variances[k] ?? 0))) : 0;
}

const NOTHING = new Float64Array(FINITE_CLASSES);

/** Coins by class whose liquidation price lies in each of `ranges`. */
function coinsByClass(
  inventory: Inventory,
  weights: ClassWeights,
  ranges: readonly PriceRange[],
): readonly Float64Array[] {
  const { logStep, holdingExponent } = inventory.parameters;
  const shifts = classShifts(logStep);
  const hazards = classHazards(holdingExponent);
  const stretches = ranges.map(({ side, low, high }) => {
    const [from, until] = [binOf(low, logStep), binOf(high, logStep)];
    return {
      side,
      from: side === 'long' ? from : mirrorBin(until),
      until: side === 'long' ? until : mirrorBin(from),
      coins: new Float64Array(FINITE_CLASSES),
    };
  });
  for (const side of ['long', 'short'] as const) {
    const book = inventory[side];
    const ofSide = stretches.filter((one) => one.side === side);
    const below = new Float64Array(book.highBin - book.lowBin + 2);
    const at = (bin: number): number =>
      below[Math.min(Math.max(bin - book.lowBin, 0), below.length - 1)] ?? 0;
    for (let k = 0; k < FINITE_CLASSES; k++) {
      sumMass(below, book, hazards, k);
      const shift = shifts[k] ?? 0;
      const weight = weights[side][k] ?? 0;
      for (const { from, until, coins } of ofSide)
        coins[k] = weight * (at(until + 1 + shift) - at(from + shift));
    }
  }
  return stretches.map(({ coins }) => coins);
}
