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

/** Quantile `q` (0 to 1) of a non-empty list, linearly interpolated. */
export function quantile(values: ArrayLike<number>, q: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = q * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
}

/**
 * Gain per unit of weight with its 90 % interval: days are drawn with replacement, numerator and denominator
 * together, because prints of one day are not independent. Seeded: the same terms give the same interval.
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
  const blocks = [...days.values()];
  const random = createRandom(SEED);
  const draws: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    let drawnGain = 0;
    let drawnWeight = 0;
    for (let pick = 0; pick < blocks.length; pick++) {
      const block = blocks[Math.floor(random() * blocks.length)];
      drawnGain += block?.gain ?? 0;
      drawnWeight += block?.weight ?? 0;
    }
    if (drawnWeight > 0) draws.push(drawnGain / drawnWeight);
  }
  return {
    mean: gain / weight,
    p5: quantile(draws, 0.05),
    p50: quantile(draws, 0.5),
    p95: quantile(draws, 0.95),
  };
}
