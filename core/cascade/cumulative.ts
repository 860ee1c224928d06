/**
 * Dollars between the price and a distance from it, on a grid: element `i` counts everything nearer than `i` grid
 * steps of log distance. Non-decreasing, the first element is 0.
 */
export type CumulativeUsd = Float64Array;

/** Grid of log distance on which a cascade is solved. */
export interface DistanceGrid {
  /** Log distance between two points. */
  readonly logStep: number;
  /** Points, the one at the price included. */
  readonly length: number;
}

/** Up to 45 % below or 82 % above the price, in steps of 0.1 %. */
export const CASCADE_GRID: DistanceGrid = { logStep: 0.001, length: 601 };

/**
 * A piecewise linear cumulative function, read off at the points of `grid`; flat beyond its last knot.
 * @param distances log distances of the knots, ascending from 0
 * @param usd cumulative dollars at the knots
 */
export function resampleCumulative(
  distances: ArrayLike<number>,
  usd: ArrayLike<number>,
  grid: DistanceGrid,
): CumulativeUsd {
  const cumulative = new Float64Array(grid.length);
  let knot = 1;
  for (let i = 0; i < grid.length; i++) {
    const distance = i * grid.logStep;
    while (knot < distances.length - 1 && (distances[knot] ?? 0) < distance) knot++;
    const from = distances[knot - 1] ?? 0;
    const width = (distances[knot] ?? from) - from;
    const share = width > 0 ? Math.min(1, (distance - from) / width) : 1;
    const low = usd[knot - 1] ?? 0;
    cumulative[i] = low + share * ((usd[knot] ?? low) - low);
  }
  return cumulative;
}

/** Cumulative dollars at `distance`, linear between grid points. @param distance within the grid */
export function cumulativeAt(cumulative: CumulativeUsd, logStep: number, distance: number): number {
  const position = distance / logStep;
  const index = Math.floor(position);
  const low = cumulative[index] ?? cumulative.at(-1) ?? 0;
  const high = cumulative[index + 1] ?? low;
  return low + (position - index) * (high - low);
}
