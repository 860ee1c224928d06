import { isAhead } from '../public/public-layer.ts';
import type { MarketForecast } from './forecaster.ts';
import { FINE_STEP, type BySide } from './relative-lattice.ts';

/**
 * Both maps in dollars on a lattice of 5 bp of log price, 20 % on either side of the price: bin `i` covers
 * `ln(price)` in `[(firstBin + i) * logStep, (firstBin + i + 1) * logStep)`.
 */
export interface ForecastMaps {
  readonly price: number;
  readonly logStep: number;
  readonly firstBin: number;
  /** Dollars of longs expected to be force-closed if price falls through the bin. */
  readonly long: Float64Array;
  readonly short: Float64Array;
  /** Dollars of longs that would be liquidated in the bin if nobody acted. */
  readonly exposureLong: Float64Array;
  readonly exposureShort: Float64Array;
}

/**
 * Lays a forecast out by price. The bin that holds the price carries the density next to the price over its whole
 * width, so that cutting it at the price leaves what belongs to each side.
 */
export function layOutForecast(forecast: MarketForecast): ForecastMaps {
  const { price, forcedUsdDensity } = forecast;
  const centre = Math.log(price) / FINE_STEP;
  const reach = forcedUsdDensity.long.length;
  const firstBin = Math.floor(centre) - reach + 1;
  const length = 2 * reach - 1;
  const lay = (density: Float64Array, direction: -1 | 1): Float64Array =>
    Float64Array.from({ length }, (_, bin) => {
      const low = direction * (firstBin + bin - centre);
      const from = Math.min(low, low + direction);
      if (from + 1 <= 0) return 0;
      const step = Math.max(Math.floor(from), 0);
      const share = from < 0 ? 1 : 1 - (from - step);
      const [near = 0, far = near] = [density[step], density[Math.min(step + 1, reach - 1)]];
      return FINE_STEP * (share * near + (1 - share) * far);
    });
  const exposure = layOutExposure(forecast, firstBin, length);
  return {
    price,
    logStep: FINE_STEP,
    firstBin,
    long: lay(forcedUsdDensity.long, -1),
    short: lay(forcedUsdDensity.short, 1),
    exposureLong: exposure.long,
    exposureShort: exposure.short,
  };
}

function layOutExposure({ map, known, price }: MarketForecast, firstBin: number, length: number): BySide {
  const perBin = Math.round(map.logStep / FINE_STEP);
  const spread = (coins: Float64Array): Float64Array =>
    Float64Array.from({ length }, (_, bin) => {
      const source = Math.floor((firstBin + bin) / perBin) - map.firstBin;
      return ((coins[source] ?? 0) / perBin) * Math.exp((firstBin + bin + 0.5) * FINE_STEP);
    });
  const sides = { long: spread(map.longExposureBase), short: spread(map.shortExposureBase) };
  for (const position of known) {
    if (!isAhead(position, price)) continue;
    const { side, liquidationPrice, sizeBase } = position;
    const bin = Math.floor(Math.log(liquidationPrice) / FINE_STEP) - firstBin;
    const column = sides[side];
    if (bin >= 0 && bin < length) column[bin] = (column[bin] ?? 0) + sizeBase * liquidationPrice;
  }
  return sides;
}
