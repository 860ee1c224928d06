import { meanLogProbability, sum } from '../skill/information-gain.ts';
import type { Region } from '../skill/region.ts';
import type { FrozenForecast } from './frozen-forecast.ts';
import { MEMBERS, type Member } from './members.ts';
import { integrateBins } from './relative-lattice.ts';
import { addSize, createSizeHistogram, sizeQuantile, type SizeHistogram } from './size-histogram.ts';
import { DAY_S } from '../../market/time.ts';

/** How fast evidence moves the weights; between 1 and 4 makes no difference that nine days could show. */
const LEARNING_RATE = 2;
/**
 * Trust in each member before any outcome, by what it gave on recordings that its constants were not found on: two later
 * ones of BTC, and ETH and SOL. Refill with the map gave most in all of them; distance gains nothing over itself.
 */
const PRIOR_WEIGHTS: Readonly<Record<Member, number>> = {
  kernel: 0.05,
  refill: 0.25,
  refillMap: 0.3,
  kernelMap: 0.1,
  kernelRefillMap: 0.3,
};
/** A window counts by the root of its dollars over the median, at most this: one cascade must not decide alone. */
const MAX_WINDOW_WEIGHT = 4;
const MEMORY_S = 30 * DAY_S;
/** Spread of ln(realised / expected dollars) of a window before any is over, and the windows that belief is worth. */
export const PRIOR_LOG_SD = 1;
const PRIOR_ERROR_WINDOWS = 10;
/** Windows of evidence at which the realised dollars weigh as much as the prior scale. */
const PRIOR_WINDOWS = 3;

/** What past windows have said about the members and about the dollars. Plain data. */
export interface Mixture {
  /** What outcomes have added to each member's log weight, before normalisation. */
  readonly logWeights: Record<Member, number>;
  /** Dollars of windows seen, for their median. */
  readonly windowUsd: SizeHistogram;
  /** Fading sums over windows that were over: realised dollars, each member's forecast mass, and their number. */
  realisedUsd: number;
  readonly forecastMass: Record<Member, number>;
  windows: number;
  /** Fading sum of squares of ln(realised / expected dollars), and its number, over windows with any. */
  squaredLogErrors: number;
  erroredWindows: number;
}

/** A mixture that has seen no outcome. */
export function createMixture(): Mixture {
  return {
    logWeights: { kernel: 0, refill: 0, refillMap: 0, kernelMap: 0, kernelRefillMap: 0 },
    windowUsd: createSizeHistogram(),
    realisedUsd: 0,
    forecastMass: { kernel: 0, refill: 0, refillMap: 0, kernelMap: 0, kernelRefillMap: 0 },
    windows: 0,
    squaredLogErrors: 0,
    erroredWindows: 0,
  };
}

/** Weights of the members, summing to 1. */
export function mixtureWeights(mixture: Mixture): Readonly<Record<Member, number>> {
  const logs = MEMBERS.map((member) => Math.log(PRIOR_WEIGHTS[member]) + mixture.logWeights[member]);
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = sum(weights);
  const entries = MEMBERS.map((member, index) => [member, (weights[index] ?? 0) / total] as const);
  return Object.fromEntries(entries) as Record<Member, number>;
}

/**
 * Learns from one frozen forecast whose outcome is known, in place: each member by the likelihood of where the
 * dollars fell, the scale by how many they were.
 * @param regions the sides of that forecast's window that count, by first passage
 */
export function learnFromOutcome(
  mixture: Mixture,
  frozen: FrozenForecast,
  regions: readonly Region[],
  horizonS: number,
  elapsedS: number,
): void {
  const keep = Math.exp(-elapsedS / MEMORY_S);
  for (const member of MEMBERS) {
    mixture.logWeights[member] *= keep;
    mixture.forecastMass[member] *= keep;
  }
  mixture.realisedUsd *= keep;
  mixture.windows *= keep;
  mixture.squaredLogErrors *= keep;
  mixture.erroredWindows *= keep;
  for (const region of regions) {
    const usd = sum(region.usd);
    mixture.windows++;
    mixture.realisedUsd += usd;
    const masses = (member: Member): Float64Array =>
      integrateBins(frozen.members[member][region.side], region.edges);
    for (const member of MEMBERS) mixture.forecastMass[member] += sum(masses(member));
    if (usd === 0) continue;
    const mass = sum(integrateBins(frozen.mixture[region.side], region.edges));
    mixture.squaredLogErrors += Math.log(usd / (mass * frozen.usdScale)) ** 2;
    mixture.erroredWindows++;
    addSize(mixture.windowUsd, usd, region.atS / MEMORY_S);
    const median = sizeQuantile(mixture.windowUsd, 0.5) ?? usd;
    const weight = Math.min(MAX_WINDOW_WEIGHT, Math.sqrt(usd / median)) * (3600 / horizonS);
    for (const member of MEMBERS) {
      const likelihood = meanLogProbability(masses(member), region.edges, region.usd);
      mixture.logWeights[member] += LEARNING_RATE * weight * likelihood;
    }
  }
}

/**
 * Dollars for one unit of mixture mass: past realised dollars over what the members as they are weighed now had put
 * there, leaning on `priorScale` until there are enough windows.
 */
export function dollarScale(
  mixture: Mixture,
  priorScale: number,
  weights: Readonly<Record<Member, number>> = mixtureWeights(mixture),
): number {
  const mass = sum(MEMBERS.map((member) => weights[member] * mixture.forecastMass[member]));
  if (mixture.realisedUsd <= 0 || mass <= 0) return priorScale;
  const trust = mixture.windows / (mixture.windows + PRIOR_WINDOWS);
  return Math.exp(trust * Math.log(mixture.realisedUsd / mass) + (1 - trust) * Math.log(priorScale));
}

/**
 * Spread of ln(realised / expected dollars) of one window, as past windows had it: what the 10th and 90th percentile
 * of expected dollars are made from, as exp(-1.28 sd) and exp(1.28 sd).
 */
export function forcedLogSd(mixture: Mixture): number {
  const squares = mixture.squaredLogErrors + PRIOR_ERROR_WINDOWS * PRIOR_LOG_SD ** 2;
  return Math.sqrt(squares / (mixture.erroredWindows + PRIOR_ERROR_WINDOWS));
}
