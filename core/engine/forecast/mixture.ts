import { meanLogProbability, sum } from '../skill/information-gain.ts';
import type { Region } from '../skill/region.ts';
import { DAY_S } from '../../market/time.ts';
import { createDollars, type Dollars, fadeDollars, learnDollars } from './dollars.ts';
import type { FrozenForecast } from './frozen-forecast.ts';
import { type Priors, PRIOR_WEIGHTS } from './members.ts';
import { integrateBins } from './relative-lattice.ts';
import { addSize, createSizeHistogram, sizeQuantile, type SizeHistogram } from './size-histogram.ts';

/** How fast evidence moves the weights; between 1 and 4 makes no difference that nine days could show. */
const LEARNING_RATE = 2;
/** A window counts by the root of its dollars over the median, at most this: one cascade must not decide alone. */
const MAX_WINDOW_WEIGHT = 4;
const MEMORY_S = 30 * DAY_S;

/** What past windows have said about the members and about the dollars. Plain data. */
export interface Mixture extends Dollars {
  /** What outcomes have added to each member's log weight, before normalisation. */
  readonly logWeights: Record<string, number>;
  /** Dollars of windows seen, for their median. */
  readonly windowUsd: SizeHistogram;
}

/** A mixture that has seen no outcome. */
export function createMixture(priors: Priors = PRIOR_WEIGHTS): Mixture {
  return {
    logWeights: Object.fromEntries(Object.keys(priors).map((member) => [member, 0])),
    windowUsd: createSizeHistogram(),
    ...createDollars(),
  };
}

/** Weights of the members, summing to 1. */
export function mixtureWeights(
  { logWeights }: Pick<Mixture, 'logWeights'>,
  priors: Priors = PRIOR_WEIGHTS,
): Readonly<Record<string, number>> {
  const members = Object.keys(priors);
  const logs = members.map((member) => Math.log(priors[member] ?? 0) + (logWeights[member] ?? 0));
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = sum(weights);
  return Object.fromEntries(members.map((member, index) => [member, (weights[index] ?? 0) / total]));
}

/**
 * Learns from one frozen forecast whose outcome is known, in place: each member by the likelihood of where the
 * dollars fell, the scale and its spread by how many they were.
 * @param regions the sides of that forecast's window that count, by first passage
 */
export function learnFromOutcome(
  mixture: Mixture,
  frozen: FrozenForecast,
  regions: readonly Region[],
  horizonS: number,
  elapsedS: number,
  learningRate = LEARNING_RATE,
): void {
  const keep = Math.exp(-elapsedS / MEMORY_S);
  const { logWeights } = mixture;
  const members = Object.entries(frozen.members);
  for (const [member] of members) logWeights[member] = (logWeights[member] ?? 0) * keep;
  fadeDollars(mixture, keep);
  for (const region of regions) {
    const usd = sum(region.usd);
    learnDollars(mixture, frozen, region, usd);
    if (usd === 0) continue;
    addSize(mixture.windowUsd, usd, region.atS / MEMORY_S);
    const median = sizeQuantile(mixture.windowUsd, 0.5) ?? usd;
    const weight = Math.min(MAX_WINDOW_WEIGHT, Math.sqrt(usd / median)) * (3600 / horizonS);
    for (const [member, density] of members) {
      const masses = integrateBins(density[region.side], region.edges);
      const likelihood = meanLogProbability(masses, region.edges, region.usd);
      logWeights[member] = (logWeights[member] ?? 0) + learningRate * weight * likelihood;
    }
  }
}
