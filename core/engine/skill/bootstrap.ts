import { quantileOfSorted } from '../../market/quantile.ts';
import { createRandom } from '../../market/random.ts';
import type { GainTerm } from './information-gain.ts';

const DRAWS = 1000;
const SEED = 0x9e3779b9;

/** A gain in nats with its 90 % interval; null where nothing was liquidated. */
export interface Gain {
  readonly mean: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/**
 * Gain per unit of weight with its 90 % interval: days are drawn with replacement, numerator and denominator
 * together, because forced orders of one day are not independent. Seeded: the same terms give the same interval.
 */
export function bootstrapGain(terms: readonly GainTerm[]): Gain | null {
  const days = new Map<number, { gain: number; weight: number }>();
  let gain = 0;
  let weight = 0;
  for (const term of terms) {
    const day = days.get(term.day) ?? { gain: 0, weight: 0 };
    day.gain += term.gain;
    day.weight += term.weight;
    days.set(term.day, day);
    gain += term.gain;
    weight += term.weight;
  }
  if (weight === 0) return null;
  const gains = Float64Array.from(days.values(), (day) => day.gain);
  const weights = Float64Array.from(days.values(), (day) => day.weight);
  const random = createRandom(SEED);
  const draws = new Float64Array(DRAWS);
  let drawn = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    let drawnGain = 0;
    let drawnWeight = 0;
    for (let pick = 0; pick < gains.length; pick++) {
      const block = Math.floor(random() * gains.length);
      drawnGain += gains[block] ?? 0;
      drawnWeight += weights[block] ?? 0;
    }
    if (drawnWeight > 0) draws[drawn++] = drawnGain / drawnWeight;
  }
  const sorted = draws.subarray(0, drawn).sort();
  return {
    mean: gain / weight,
    p5: quantileOfSorted(sorted, 0.05),
    p50: quantileOfSorted(sorted, 0.5),
    p95: quantileOfSorted(sorted, 0.95),
  };
}

/** The ratio that a gain in nats is. */
export const exponentiate = ({ mean, p5, p50, p95 }: Gain): Gain => ({
  mean: Math.exp(mean),
  p5: Math.exp(p5),
  p50: Math.exp(p50),
  p95: Math.exp(p95),
});
