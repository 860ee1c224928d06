import { binMidPrice, binOf, type LiquidationMap } from '../../market/liquidation-map.ts';
import { withKnown } from '../public/public-layer.ts';
import type { MarketForecast } from './forecaster.ts';
import { FINE_STEP } from './relative-lattice.ts';

/**
 * The map of `forecast`, its known positions in place, with the expected forced coins of its mixture instead of the
 * calibrated ones. Where the
 * forecast ends, 20 % from the price, its last density holds. The bin of the price itself stays empty on both sides.
 */
export function expectedForcedMap({ map, known, forcedUsdDensity }: MarketForecast): LiquidationMap {
  const { logStep, firstBin } = map;
  const priceBin = binOf(map.price, logStep) - firstBin;
  const centre = Math.log(map.price) / logStep - firstBin;
  const long = new Float64Array(map.longForcedBase.length);
  const short = new Float64Array(map.shortForcedBase.length);
  const [below, above] = [cumulate(forcedUsdDensity.long), cumulate(forcedUsdDensity.short)];
  const coins = (side: Cumulated, bin: number, near: number): number =>
    (usdUpTo(side, (near + 1) * logStep) - usdUpTo(side, near * logStep)) /
    binMidPrice(firstBin + bin, logStep);
  for (let bin = 0; bin < priceBin; bin++) long[bin] = coins(below, bin, centre - bin - 1);
  for (let bin = Math.max(0, priceBin + 1); bin < short.length; bin++) {
    short[bin] = coins(above, bin, bin - centre);
  }
  return withKnown({ ...map, longForcedBase: long, shortForcedBase: short }, known);
}

/** A density, and what of it lies before each of its steps. */
interface Cumulated {
  readonly density: Float64Array;
  readonly sums: Float64Array;
}

function cumulate(density: Float64Array): Cumulated {
  const sums = new Float64Array(density.length);
  for (let step = 1; step < sums.length; step++) {
    sums[step] = (sums[step - 1] ?? 0) + (density[step - 1] ?? 0) * FINE_STEP;
  }
  return { density, sums };
}

/** Dollars from the price to a log distance, linear inside the density's steps and beyond them. */
function usdUpTo({ density, sums }: Cumulated, distance: number): number {
  const step = Math.min(Math.max(Math.floor(distance / FINE_STEP), 0), density.length - 1);
  return (sums[step] ?? 0) + (density[step] ?? 0) * (distance - step * FINE_STEP);
}
