import type { PositionSide } from '../market/forced-order.ts';
import { binOf, type LiquidationMap } from '../market/liquidation-map.ts';
import { defaultMapWeights, type MapWeights } from './class-weights.ts';
import { type Inventory, memoryOf } from './inventory.ts';
import { addStretch, sumStretches } from './range-sum.ts';
import { mirrorBin } from './side-book.ts';
import { smoothGaussian } from './smooth.ts';
import { forEachStretch, stretchReach } from './stretches.ts';

/** Entry prices inside a bin are not known better than this; ten basis points read best against known positions. */
export const SMOOTHING_LOG_SD = 0.001;

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

/** Coins by distance from the price, index 0 next to it; `priceBin` is on the side's own axis. */
function sideByDistance(
  inventory: Inventory,
  side: PositionSide,
  priceBin: number,
  weights: MapWeights,
): SideByDistance {
  const length = stretchReach(inventory, side, priceBin);
  const exposure = new Float64Array(length + 1);
  const forced = new Float64Array(length + 1);
  forEachStretch(inventory, side, priceBin, (k, from, until, perBin) => {
    addStretch(exposure, from, until, perBin * (weights.exposure[side][k] ?? 0));
    addStretch(forced, from, until, perBin * (weights.forced[side][k] ?? 0));
  });
  const sdBins = SMOOTHING_LOG_SD / inventory.parameters.logStep;
  return {
    exposure: smoothGaussian(sumStretches(exposure), sdBins),
    forced: smoothGaussian(sumStretches(forced), sdBins),
  };
}
