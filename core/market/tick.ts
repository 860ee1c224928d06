/**
 * `price` on the instrument's ticks, or in five significant figures where those are coarser: no estimate is known better,
 * and stored prices stay short. Where the tick is unknown (null) five figures.
 */
export function roundToTick(price: number, tickSize: number | null): number {
  const fifthFigure = 10 ** (Math.floor(Math.log10(price)) - 4);
  const step = Math.max(tickSize ?? 0, fifthFigure);
  // Removes the float noise of the product.
  return Number((Math.round(price / step) * step).toPrecision(12));
}
