import type { PositionSide } from '../market/forced-order.ts';
import { binOf, type LiquidationMap } from '../market/liquidation-map.ts';
import { defaultMapWeights, forEachCell, type MapWeights } from './class-weights.ts';
import { type Inventory, memoryOf } from './inventory.ts';
import { classHazards, classShifts, FINITE_CLASSES } from './parameters.ts';
import { mirrorBin } from './side-book.ts';
import { smoothGaussian } from './smooth.ts';

/** Entry prices inside a bin are not known better than this; ten basis points read best against known positions. */
const SMOOTHING_LOG_SD = 0.001;

/**
 * Where the positions of `inventory` would be liquidated, seen from `price`: longs in bins below the price's own,
 * shorts in bins above it. Liquidation prices that `price` has already passed are left out.
 * @throws RangeError if `price` is not a positive number
 */
export function liquidationMap(
  inventory: Inventory,
  price: number,
  weights: MapWeights = defaultMapWeights(inventory.parameters),
): LiquidationMap {
  if (!(price > 0 && price < Infinity)) throw new RangeError(`price ${price} is not a positive number`);
  const { logStep } = inventory.parameters;
  const priceBin = binOf(price, logStep);
  const long = sideByDistance(inventory, 'long', priceBin, weights);
  const short = sideByDistance(inventory, 'short', mirrorBin(priceBin), weights);

  const firstBin = priceBin - long.exposure.length;
  const length = long.exposure.length + 1 + short.exposure.length;
  const below = (values: Float64Array): Float64Array => {
    const column = new Float64Array(length);
    column.set(values.toReversed());
    return column;
  };
  const above = (values: Float64Array): Float64Array => {
    const column = new Float64Array(length);
    column.set(values, priceBin + 1 - firstBin);
    return column;
  };
  return {
    price,
    logStep,
    firstBin,
    longExposureBase: below(long.exposure),
    shortExposureBase: above(short.exposure),
    longForcedBase: below(long.forced),
    shortForcedBase: above(short.forced),
    memory: memoryOf(inventory),
  };
}

interface SideByDistance {
  readonly exposure: Float64Array;
  readonly forced: Float64Array;
}

/**
 * Coins by distance from the price, index 0 next to it; `priceBin` is on the side's own axis. A class stands for all
 * distances nearer to it than to its neighbours, so its coins are spread evenly over them: taken as one distance each,
 * the classes would show as clusters of their own.
 */
function sideByDistance(
  inventory: Inventory,
  side: PositionSide,
  priceBin: number,
  weights: MapWeights,
): SideByDistance {
  const { parameters } = inventory;
  const book = inventory[side];
  const shifts = classShifts(parameters.logStep);
  const bands = classBands(shifts);
  const length = Math.max(0, priceBin - book.lowBin + (shifts[FINITE_CLASSES - 1] ?? 0));
  const exposure = createRangeSum(length);
  const forced = createRangeSum(length);
  forEachCell(book, classHazards(parameters.holdingExponent), (k, entryBin, massBase) => {
    const band = bands[k];
    const nearest = priceBin - 1 - entryBin;
    if (band === undefined || nearest + (shifts[k] ?? 0) < 0) return;
    const perBin = massBase / (band.until - band.from + 1);
    exposure.add(nearest + band.from, nearest + band.until, perBin * (weights.exposure[side][k] ?? 0));
    forced.add(nearest + band.from, nearest + band.until, perBin * (weights.forced[side][k] ?? 0));
  });
  const sdBins = SMOOTHING_LOG_SD / parameters.logStep;
  return {
    exposure: smoothGaussian(exposure.values(), sdBins),
    forced: smoothGaussian(forced.values(), sdBins),
  };
}

/** Bins from entry to liquidation that each class stands for, both included: up to the geometric means with its neighbours. */
function classBands(shifts: Int32Array): readonly { readonly from: number; readonly until: number }[] {
  return Array.from(shifts, (shift, k) => ({
    from: Math.min(shift, Math.ceil(Math.sqrt((shifts[k - 1] ?? shift) * shift))),
    until: Math.max(shift, Math.ceil(Math.sqrt(shift * (shifts[k + 1] ?? shift))) - 1),
  }));
}

/** Sums of many constant stretches, each added at the cost of its two ends. */
function createRangeSum(length: number) {
  const steps = new Float64Array(length + 1);
  const step = (index: number, value: number): void => {
    const at = Math.min(length, Math.max(0, index));
    steps[at] = (steps[at] ?? 0) + value;
  };
  return {
    /** Adds `value` to each bin from `from` to `until`, both included; bins outside are passed over. */
    add: (from: number, until: number, value: number): void => {
      step(from, value);
      step(until + 1, -value);
    },
    /** The sums; never below zero, where float rounding would leave a trace. */
    values: (): Float64Array => {
      let sum = 0;
      return Float64Array.from({ length }, (_, index) => Math.max(0, (sum += steps[index] ?? 0)));
    },
  };
}
