/**
 * Coins by liquidation price on a log-price grid: bin `i` covers `ln(price)` in
 * `[(firstBin + i) * logStep, (firstBin + i + 1) * logStep)`. The four arrays are equally long.
 */
export interface LiquidationMap {
  readonly price: number;
  readonly logStep: number;
  readonly firstBin: number;
  /** Coins of longs whose liquidation price lies in the bin if nobody acts. */
  readonly longExposureBase: Float64Array;
  readonly shortExposureBase: Float64Array;
  /** Coins of longs expected to be force-closed if the price passes the bin. */
  readonly longForcedBase: Float64Array;
  readonly shortForcedBase: Float64Array;
  /** Share of the initial mass that observed flow has replaced, 0 to 1; below 0.8 the map is warming up. */
  readonly memory: number;
}

/** The bin that holds `price`. */
export const binOf = (price: number, logStep: number): number => Math.floor(Math.log(price) / logStep + 1e-9);

/** Lower edge of `bin`, in USD. */
export const binLowPrice = (bin: number, logStep: number): number => Math.exp(bin * logStep);

/** Middle of `bin` on the log scale, in USD. */
export const binMidPrice = (bin: number, logStep: number): number => Math.exp((bin + 0.5) * logStep);
