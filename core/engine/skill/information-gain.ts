import type { Region } from './region.ts';

/** Share of uniform mass that is mixed into every forecast, so that no surprise costs infinitely much. */
export const UNIFORM_SHARE = 0.02;

/** A forecast's mass in each bin of a region, up to a factor; null where it has none for that time. */
export type Forecast = (region: Region) => Float64Array | null;

/** As much in each bin as it is wide. */
export const uniform: Forecast = ({ edges }) => edges.slice(1).map((edge, bin) => edge - (edges[bin] ?? 0));

/** Probabilities of `masses` over the region, mixed with two percent of uniform by width; null is uniform. */
export function mixUniform(masses: Float64Array | null, edges: Float64Array): Float64Array {
  const reach = edges[edges.length - 1] ?? 0;
  const total = masses === null ? 0 : sum(masses);
  const mixed = new Float64Array(edges.length - 1);
  for (let bin = 0; bin < mixed.length; bin++) {
    const uniform = ((edges[bin + 1] ?? 0) - (edges[bin] ?? 0)) / reach;
    mixed[bin] =
      total > 0 ? (1 - UNIFORM_SHARE) * ((masses?.[bin] ?? 0) / total) + UNIFORM_SHARE * uniform : uniform;
  }
  return mixed;
}

/** Mean log probability of what fell (`weights` by bin: dollars or orders) under `masses`; 0 where nothing fell. */
export function meanLogProbability(
  masses: Float64Array | null,
  edges: Float64Array,
  weights: Float64Array,
): number {
  const probabilities = mixUniform(masses, edges);
  let logs = 0;
  let total = 0;
  for (let bin = 0; bin < weights.length; bin++) {
    const weight = weights[bin] ?? 0;
    if (weight > 0) logs += weight * Math.log(probabilities[bin] ?? 0);
    total += weight;
  }
  return total > 0 ? logs / total : 0;
}

/** Numerator and denominator of a gain, from one region. */
export interface GainTerm {
  readonly day: number;
  readonly gain: number;
  readonly weight: number;
}

/**
 * Gains of `forecast` over `reference`, one term a region.
 * @param weightsOf what is counted by bin: dollars or orders
 * @param cap most that one region may weigh
 */
export function gainTerms(
  regions: readonly Region[],
  forecast: Forecast,
  reference: Forecast,
  weightsOf: (region: Region) => Float64Array,
  cap = Infinity,
): GainTerm[] {
  return regions.map((region) => {
    const weights = weightsOf(region);
    const weight = Math.min(sum(weights), cap);
    if (weight === 0) return { day: region.day, gain: 0, weight };
    const gain =
      meanLogProbability(forecast(region), region.edges, weights) -
      meanLogProbability(reference(region), region.edges, weights);
    return { day: region.day, gain: weight * gain, weight };
  });
}

/** Sum of a column. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index] ?? 0;
  return total;
}
