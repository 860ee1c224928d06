/** Step at which forecast densities are computed, in log distance from the price. */
export const FINE_STEP = 0.0005;
/** Fine steps in one scoring bin of 25 bp. */
const FINE_PER_BIN = 5;
/** Scoring bins on either side: 20 % of log price. */
export const RELATIVE_BINS = 80;
/** Width of a scoring bin in log distance. */
export const BIN_WIDTH = FINE_STEP * FINE_PER_BIN;
/** Edges of the scoring bins, log distances. */
export const BIN_EDGES = Float64Array.from({ length: RELATIVE_BINS + 1 }, (_, bin) => bin * BIN_WIDTH);
/** Fine steps on either side. */
export const FINE_LENGTH = RELATIVE_BINS * FINE_PER_BIN;

/** A quantity by log distance from the price, longs below and shorts above. */
export interface BySide {
  readonly long: Float64Array;
  readonly short: Float64Array;
}

/** Middles of the fine steps, log distances from the price. */
export const FINE_DISTANCES = Float64Array.from(
  { length: FINE_LENGTH },
  (_, step) => (step + 0.5) * FINE_STEP,
);

/** Steps within 2 % of the price: how much is forced is said for these together. */
export const NEAR_STEPS = 40;
/** The same as a log distance. */
export const NEAR_DISTANCE = NEAR_STEPS * FINE_STEP;

/** Mean of a density on fine steps near the price. */
export function meanNear(fine: Float64Array): number {
  let sum = 0;
  for (let step = 0; step < NEAR_STEPS; step++) sum += fine[step] ?? 0;
  return sum / NEAR_STEPS;
}

/** Means over scoring bins of a density on fine steps. */
export function averageToBins(fine: Float64Array): Float64Array {
  const means = new Float64Array(RELATIVE_BINS);
  for (let bin = 0; bin < RELATIVE_BINS; bin++) {
    let sum = 0;
    for (let step = 0; step < FINE_PER_BIN; step++) sum += fine[bin * FINE_PER_BIN + step] ?? 0;
    means[bin] = sum / FINE_PER_BIN;
  }
  return means;
}

/** Mass of a density by scoring bin between consecutive `edges`, log distances; flat beyond its end. */
export function integrateBins(density: ArrayLike<number>, edges: Float64Array): Float64Array {
  const masses = new Float64Array(edges.length - 1);
  for (let index = 0; index < masses.length; index++) {
    const until = edges[index + 1] ?? 0;
    let mass = 0;
    for (let from = edges[index] ?? 0; until - from > 1e-9;) {
      const bin = Math.floor(from / BIN_WIDTH + 1e-6);
      const next = Math.min(until, (bin + 1) * BIN_WIDTH);
      mass += (density[Math.min(bin, density.length - 1)] ?? 0) * (next - from);
      from = next;
    }
    masses[index] = mass;
  }
  return masses;
}
