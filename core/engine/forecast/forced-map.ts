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
  const massUpTo = { long: cumulate(forcedUsdDensity.long), short: cumulate(forcedUsdDensity.short) };
  const coins = (upTo: (distance: number) => number, bin: number, near: number): number =>
    (upTo((near + 1) * logStep) - upTo(near * logStep)) / binMidPrice(firstBin + bin, logStep);
  for (let bin = 0; bin < priceBin; bin++) long[bin] = coins(massUpTo.long, bin, centre - bin - 1);
  for (let bin = Math.max(0, priceBin + 1); bin < short.length; bin++) {
    short[bin] = coins(massUpTo.short, bin, bin - centre);
  }
  return withKnown({ ...map, longForcedBase: long, shortForcedBase: short }, known);
}

/** Dollars from the price to a log distance, linear inside the density's steps and beyond them. */
function cumulate(density: Float64Array): (distance: number) => number {
  const sums = new Float64Array(density.length + 1);
  density.forEach((value, step) => {
    sums[step + 1] = (sums[step] ?? 0) + value * FINE_STEP;
  });
  const last = density.length - 1;
  return (distance) => {
    const step = Math.min(Math.max(Math.floor(distance / FINE_STEP), 0), last);
    return (sums[step] ?? 0) + (density[step] ?? 0) * (distance - step * FINE_STEP);
  };
}
