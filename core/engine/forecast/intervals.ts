import type { PositionSide } from '../../market/forced-order.ts';
import { binOf } from '../../market/liquidation-map.ts';
import { forEachCell } from '../class-weights.ts';
import type { Inventory } from '../inventory.ts';
import { NOTHING_OPEN_BASE } from '../open-interest.ts';
import { classHazards, classShifts, FINITE_CLASSES } from '../parameters.ts';
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
    coinsBetween: coinsByClass(inventory, side, weights[side]),
    variances: classLogSds(calibration, side).map((sd) => sd ** 2),
    unknown: anchor === undefined ? 1 : 1 - anchorTrust(anchor, side) / LARGEST_TRUST,
    surprise: forcedSurprise(calibration, weights, side),
  });
  const sides = { long: sideOf('long'), short: sideOf('short') };
  const openBase = Math.max(inventory.openInterest.base, NOTHING_OPEN_BASE);
  return ranges.map(({ side, low, high }) => {
    const { coinsBetween, variances, unknown, surprise } = sides[side];
    const coins = coinsBetween(low, high);
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

/** Coins by class whose liquidation price lies between two prices. */
function coinsByClass(
  inventory: Inventory,
  side: PositionSide,
  weights: Float64Array,
): (low: number, high: number) => Float64Array {
  const { parameters } = inventory;
  const book = inventory[side];
  const shifts = classShifts(parameters.logStep);
  const lowest = book.lowBin - (shifts[FINITE_CLASSES - 1] ?? 0);
  const bins = book.highBin - lowest + 1;
  const cumulative = Array.from({ length: FINITE_CLASSES }, () => new Float64Array(bins + 1));
  forEachCell(book, classHazards(parameters.holdingExponent), (k, entryBin, massBase) => {
    const column = cumulative[k];
    const at = entryBin - (shifts[k] ?? 0) - lowest + 1;
    if (column !== undefined) column[at] = (column[at] ?? 0) + massBase;
  });
  for (const column of cumulative) {
    for (let bin = 1; bin <= bins; bin++) column[bin] = (column[bin] ?? 0) + (column[bin - 1] ?? 0);
  }
  const clip = (bin: number): number => Math.min(Math.max(bin - lowest, 0), bins);
  return (low, high) => {
    const [a, b] = [binOf(low, parameters.logStep), binOf(high, parameters.logStep)];
    const [from, until] = side === 'long' ? [a, b] : [mirrorBin(b), mirrorBin(a)];
    const [first, end] = [clip(from), clip(until + 1)];
    const coins = new Float64Array(FINITE_CLASSES);
    cumulative.forEach(
      (column, k) => (coins[k] = (weights[k] ?? 0) * ((column[end] ?? 0) - (column[first] ?? 0))),
    );
    return coins;
  };
}
