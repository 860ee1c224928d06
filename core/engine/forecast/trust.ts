import { sum } from '../skill/information-gain.ts';
import type { Region } from '../skill/region.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';
import type { FrozenForecast } from './frozen-forecast.ts';
import { type Priors, PRIOR_WEIGHTS } from './members.ts';
import { integrateBins } from './relative-lattice.ts';
import { addSize, createSizeHistogram, sizeQuantile, type SizeHistogram } from './size-histogram.ts';

/** How fast evidence moves the weights. */
const LEARNING_RATE = 0.6;
/** What one window says of a member counts at most this, before its weight: one that nobody foresaw must not decide alone. */
const MAX_GAIN = 1;
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
  readonly priors?: Priors;
}

/**
 * Learns where the dollars of one region fell, of which there are some, in place: the log weight of each member by how much
 * more of it would have made the mixture likelier (exponentiated gradient). The likelihood of each member alone would leave the
 * weight with the best one, where several together say more.
 * @see Kivinen and Warmuth, Exponentiated gradient versus gradient descent for linear predictors, Inf. Comput. 132 (1997)
 */
export function learnWhere(
  { logWeights, windowUsd }: Trust,
  { members }: Pick<FrozenForecast, 'members'>,
  { atS, side, edges, usd }: Pick<Region, 'atS' | 'side' | 'edges' | 'usd'>,
  { horizonS, learningRate = LEARNING_RATE, priors = PRIOR_WEIGHTS }: WindowLength,
): void {
  const total = sum(usd);
  addSize(windowUsd, total, atS / OUTCOME_MEMORY_S);
  const median = sizeQuantile(windowUsd, 0.5) ?? total;
  const weight = Math.min(MAX_WINDOW_WEIGHT, Math.sqrt(total / median)) * (HOUR_S / horizonS);
  const names = Object.keys(priors);
  const weights = trustedWeights({ logWeights }, priors);
  const masses = names.map((name) => {
    const density = members[name]?.[side];
    return density === undefined ? new Float64Array(usd.length) : integrateBins(density, edges);
  });
  const mixed = usd.map((_, bin) =>
    masses.reduce((mass, own, k) => mass + (weights[k] ?? 0) * (own[bin] ?? 0), 0),
  );
  const whole = sum(mixed);
  if (!(whole > 0)) return;
  names.forEach((name, k) => {
    const own = masses[k] ?? mixed;
    let gain = -sum(own) / whole;
    for (let bin = 0; bin < usd.length; bin++) {
      const mass = mixed[bin] ?? 0;
      if (mass > 0) gain += (((usd[bin] ?? 0) / total) * (own[bin] ?? 0)) / mass;
    }
    const counted = Math.max(-MAX_GAIN, Math.min(MAX_GAIN, gain));
    logWeights[name] = (logWeights[name] ?? 0) + learningRate * weight * counted;
  });
}
