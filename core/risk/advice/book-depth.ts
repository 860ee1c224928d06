/** Share of the displayed book that is left in an ordinary large move (median of the field). */
const SURVIVING_DEPTH = 1 / 3.4;

/** Displayed depth grows as distance to this power (median of the field, range 1.05 to 1.36). */
const DEPTH_EXPONENT = 1.16;

/** Depth of one book side in dollars within a distance of the price: depthUsd(u) = atOnePercentUsd * (u / 1 %)^1.16. */
export interface BookDepth {
  readonly atOnePercentUsd: number;
}

/** Average slip of a market order as a fraction of the price, in a book thinned to {@link SURVIVING_DEPTH}. */
export function slipOf(notionalUsd: number, { atOnePercentUsd }: BookDepth): number {
  const reached = 0.01 * (notionalUsd / (SURVIVING_DEPTH * atOnePercentUsd)) ** (1 / DEPTH_EXPONENT);
  return (reached * DEPTH_EXPONENT) / (DEPTH_EXPONENT + 1);
}

/** Largest market order that slips by `slip` at most: the inverse of {@link slipOf}. */
export function notionalForSlip(slip: number, { atOnePercentUsd }: BookDepth): number {
  const reached = (slip * (DEPTH_EXPONENT + 1)) / DEPTH_EXPONENT;
  return SURVIVING_DEPTH * atOnePercentUsd * (reached / 0.01) ** DEPTH_EXPONENT;
}
