import type { ForecastMaps } from '../engine/forecast/forecast-line.ts';
import { binMidPrice, type LiquidationMap } from '../market/liquidation-map.ts';

/**
 * `map` with the forecast's finer figures where the forecast reaches (20 % on either side): exposure with public
 * positions in it, and the forced coins that calibration expects. Beyond, `map` stands as it is.
 */
export function overlayForecast(map: LiquidationMap, forecast: ForecastMaps): LiquidationMap {
  const overlay = (coins: Float64Array, usd: Float64Array): Float64Array => {
    const result = coins.slice();
    const binAt = (fine: number): number =>
      Math.floor(((forecast.firstBin + fine + 0.5) * forecast.logStep) / map.logStep) - map.firstBin;
    result.fill(0, Math.max(0, binAt(0)), Math.max(0, binAt(usd.length - 1) + 1));
    usd.forEach((value, fine) => {
      const bin = binAt(fine);
      if (bin < 0 || bin >= result.length) return;
      result[bin] = (result[bin] ?? 0) + value / binMidPrice(map.firstBin + bin, map.logStep);
    });
    return result;
  };
  return {
    ...map,
    longExposureBase: overlay(map.longExposureBase, forecast.exposureLong),
    shortExposureBase: overlay(map.shortExposureBase, forecast.exposureShort),
    longForcedBase: overlay(map.longForcedBase, forecast.long),
    shortForcedBase: overlay(map.shortForcedBase, forecast.short),
  };
}
