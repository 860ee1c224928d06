/** One bar's prices. */
export interface PriceBar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** Garman and Klass (1980): variance of one bar from range and body. */
export function garmanKlassVariance({ open, high, low, close }: PriceBar): number {
  return 0.5 * Math.log(high / low) ** 2 - (2 * Math.LN2 - 1) * Math.log(close / open) ** 2;
}
