import { meanLogProbability, sum } from '../skill/information-gain.ts';
import type { Region } from '../skill/region.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';
import type { FrozenForecast } from './frozen-forecast.ts';
import { type Priors, PRIOR_WEIGHTS } from './members.ts';
import { integrateBins } from './relative-lattice.ts';
import { addSize, createSizeHistogram, sizeQuantile, type SizeHistogram } from './size-histogram.ts';

/** How fast evidence moves the weights; between 1 and 4 makes no difference that nine days could show. */
const LEARNING_RATE = 2;
/** A window counts by the root of its dollars over the median, at most this: one cascade must not decide alone. */
const MAX_WINDOW_WEIGHT = 4;
/** Outcomes older than this have faded to a third. */
export const OUTCOME_MEMORY_S = 30 * DAY_S;

/** What outcomes have said of the members: where they were right. Plain data. */
export interface Trust {
  /** What they have added to each member's log weight, before normalisation. */
  readonly logWeights: Record<string, number>;
  /** Dollars of windows seen, for their median. */
  readonly windowUsd: SizeHistogram;
}

/** Trust before any outcome. */
export const createTrust = (priors: Priors = PRIOR_WEIGHTS): Trust => ({
  logWeights: Object.fromEntries(Object.keys(priors).map((member) => [member, 0])),
  windowUsd: createSizeHistogram(),
});

/** Weights of the members by one trust, summing to 1. */
export function trustedWeights({ logWeights }: Pick<Trust, 'logWeights'>, priors: Priors): readonly number[] {
  const members = Object.keys(priors);
  const logs = members.map((member) => Math.log(priors[member] ?? 0) + (logWeights[member] ?? 0));
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

/** Lets what was seen count for `keep` of itself, in place. */
export function fadeTrust({ logWeights }: Trust, keep: number): void {
  for (const member of Object.keys(logWeights)) logWeights[member] = (logWeights[member] ?? 0) * keep;
}

/** How a window counts. */
export interface WindowLength {
  readonly horizonS: number;
  readonly learningRate?: number;
}

/** Learns where the dollars of one region fell, of which there are some, in place. */
export function learnWhere(
  { logWeights, windowUsd }: Trust,
  { members }: Pick<FrozenForecast, 'members'>,
  { atS, side, edges, usd }: Pick<Region, 'atS' | 'side' | 'edges' | 'usd'>,
  { horizonS, learningRate = LEARNING_RATE }: WindowLength,
): void {
  const total = sum(usd);
  addSize(windowUsd, total, atS / OUTCOME_MEMORY_S);
  const median = sizeQuantile(windowUsd, 0.5) ?? total;
  const weight = Math.min(MAX_WINDOW_WEIGHT, Math.sqrt(total / median)) * (HOUR_S / horizonS);
  for (const [member, density] of Object.entries(members)) {
    const likelihood = meanLogProbability(integrateBins(density[side], edges), edges, usd);
    logWeights[member] = (logWeights[member] ?? 0) + learningRate * weight * likelihood;
  }
}
