import type { PositionSide } from '../../market/forced-order.ts';
import { binOf } from '../../market/liquidation-map.ts';
import { forEachCell } from '../class-weights.ts';
import type { Inventory } from '../inventory.ts';
import { classHazards, classShifts, FINITE_CLASSES } from '../parameters.ts';
import { mirrorBin } from '../side-book.ts';
import { anchorTrust, LARGEST_TRUST, type StockAnchor } from '../public/stock-anchor.ts';
import { quantileOfSorted } from '../../market/quantile.ts';
import type { Calibration } from './calibration.ts';
import { correctionTrust, marketWeights } from './calibrated-weights.ts';
import { classLogSds, drawNormals } from './class-draws.ts';

const DRAWS = 200;
/** Random numbers of one draw: one that all classes share, then one for each class. */
const ROW = 1 + FINITE_CLASSES;

/*
 * Constants of ln(truth / estimate). Of a grid of round figures, those by which p10 to p90 comes nearest to 80 % in every
 * group of `npm run exposure` (two worlds, five markets of the simulated exchange; by what is heard and public; near the
 * price and beyond), and of these the narrowest. On three further markets of the exchange it holds 84 to 86 %. One world
 * alone does not do: by constants of world 15, which is like the exchange, 41 % of world 12 lie inside; by those of world 12,
 * 97 % of world 15 do. What markets differ in is most of the width.
 */

/** Spread that no evidence removes: in a market that is known well a stretch still holds more or less than is usual. */
const OWN_LOG_SD = 0.15;
/** Spread between markets: turnover, holding times, top-ups. */
const MARKET_LOG_SD = 0.25;
/** What comes on top where forced orders cannot say how much is really swept. */
const UNCALIBRATED_LOG_SD = { below: 0.5, above: 0.6 };
/** Middle of the errors there: of three kinds of market two hold a third to a half of what flow shares expect, one as much. */
const UNCALIBRATED_LOG_MIDDLE = -0.7;
/** Few positions stand near the price, and sometimes none: spread downwards at the price, and the log distance at which it is a third. */
const NEAR_LOG_SD = 2;
const NEAR_LOG_DISTANCE = 0.028;
/** Up to half a percent from the price four to five stretches in ten hold nothing: p10 is 0 up to this log distance. */
const EMPTY_LOG_DISTANCE = 0.0075;

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
 * How far the exposure in each of `ranges` may lie from its estimate: factors at the 10th, 50th and 90th percentile
 * from draws of the class weights by their evidence, of what all classes share, and of how few positions stand near the
 * price. What markets differ in counts as far as public positions are not believed.
 * Seeded: the same state gives the same factors.
 */
export function exposureIntervals(
  inventory: Inventory,
  calibration: Calibration,
  ranges: readonly PriceRange[],
  anchor?: StockAnchor,
): readonly IntervalFactors[] {
  const weights = marketWeights(calibration, inventory, anchor);
  const normals = drawNormals(DRAWS * ROW);
  const classDraws = { long: null, short: null } as Record<PositionSide, Float64Array | null>;
  const masses = { long: massByClassAndBin(inventory, 'long'), short: massByClassAndBin(inventory, 'short') };
  const uncorrected = 1 - correctionTrust(calibration, inventory.parameters);
  const drawsOf = (side: PositionSide): Float64Array =>
    (classDraws[side] ??= drawClassFactors(classLogSds(calibration, side), normals));
  return ranges.map(({ side, low, high }) => {
    const inRange = masses[side].between(low, high);
    for (let k = 0; k < FINITE_CLASSES; k++) inRange[k] = (inRange[k] ?? 0) * (weights[side][k] ?? 0);
    const reach = Math.abs(Math.log((side === 'long' ? low : high) / inventory.lastPrice));
    const unknown = anchor === undefined ? 1 : 1 - anchorTrust(anchor, side) / LARGEST_TRUST;
    const near = NEAR_LOG_SD * Math.exp(-reach / NEAR_LOG_DISTANCE);
    const errors = {
      unknown,
      middle: unknown * uncorrected * UNCALIBRATED_LOG_MIDDLE,
      below: Math.hypot(marketSd(unknown, uncorrected, 'below'), near),
      above: marketSd(unknown, uncorrected, 'above'),
    };
    const factors = drawFactors(inRange, drawsOf(side), errors, normals);
    return reach <= EMPTY_LOG_DISTANCE ? { ...factors, p10: 0 } : factors;
  });
}

/** Spread of ln(truth / estimate) far from the price. */
const marketSd = (unknown: number, uncorrected: number, way: 'below' | 'above'): number =>
  Math.sqrt(
    OWN_LOG_SD ** 2 + unknown ** 2 * (MARKET_LOG_SD ** 2 + uncorrected * UNCALIBRATED_LOG_SD[way] ** 2),
  );

/** What all classes of a range share of ln(truth / estimate). */
interface SharedErrors {
  /** How far markets differ that public positions do not speak of, 0 to 1. */
  readonly unknown: number;
  readonly middle: number;
  /** Spreads on either side of the middle. */
  readonly below: number;
  readonly above: number;
}

/** Factors on every class in every draw, by what its evidence leaves open; 1 in the first place of each row. */
const drawClassFactors = (spreads: Float64Array, normals: Float64Array): Float64Array =>
  normals.map((normal, at) => (at % ROW === 0 ? 1 : Math.exp(normal * (spreads[(at % ROW) - 1] ?? 0))));

function drawFactors(
  coins: Float64Array,
  classDraws: Float64Array,
  { unknown, middle, below, above }: SharedErrors,
  normals: Float64Array,
): IntervalFactors {
  const estimate = coins.reduce((total, amount) => total + amount, 0);
  const draws = estimate > 0 ? weighDraws(coins, classDraws) : new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    const normal = normals[draw * ROW] ?? 0;
    const shared = Math.exp(middle + (normal < 0 ? below : above) * normal);
    const share = (draws[draw] ?? 0) / estimate;
    draws[draw] = estimate > 0 ? shared * (unknown === 1 ? share : share ** unknown) : shared;
  }
  draws.sort();
  const at = (share: number): number => quantileOfSorted(draws, share);
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** Coins of all classes in every draw. */
function weighDraws(coins: Float64Array, classDraws: Float64Array): Float64Array {
  const sums = new Float64Array(DRAWS);
  // A range near the price holds few classes; four draws side by side, since each addition waits for the one before it.
  const first = coins.findIndex((amount) => amount > 0);
  const last = coins.findLastIndex((amount) => amount > 0);
  for (let draw = 0; draw < DRAWS; draw += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let k = first, at = draw * ROW + 1 + first; k <= last; k++, at++) {
      const amount = coins[k] ?? 0;
      a += amount * (classDraws[at] ?? 0);
      b += amount * (classDraws[at + ROW] ?? 0);
      c += amount * (classDraws[at + 2 * ROW] ?? 0);
      d += amount * (classDraws[at + 3 * ROW] ?? 0);
    }
    sums[draw] = a;
    sums[draw + 1] = b;
    sums[draw + 2] = c;
    sums[draw + 3] = d;
  }
  return sums;
}

interface MassByClassAndBin {
  /** Class-agnostic coins by class whose liquidation price lies between two prices. */
  readonly between: (low: number, high: number) => Float64Array;
}

function massByClassAndBin(inventory: Inventory, side: PositionSide): MassByClassAndBin {
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
  return {
    between: (low, high) => {
      const [a, b] = [binOf(low, parameters.logStep), binOf(high, parameters.logStep)];
      const [from, until] = side === 'long' ? [a, b] : [mirrorBin(b), mirrorBin(a)];
      const [first, end] = [clip(from), clip(until + 1)];
      const coins = new Float64Array(FINITE_CLASSES);
      cumulative.forEach((column, k) => (coins[k] = (column[end] ?? 0) - (column[first] ?? 0)));
      return coins;
    },
  };
}
