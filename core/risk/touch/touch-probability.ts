import { normalCdf } from './normal.ts';
import { studentTUpperQuantile, studentTUpperTail } from './student-t.ts';

/**
 * Degrees of freedom of log returns by horizon in hours, from touches at .1 to 12 standard deviations of hourly candles
 * of BTC, ETH and SOL, June 2023 to December 2024. Never more for a longer horizon, so that chances grow with it.
 */
const DEGREES_OF_FREEDOM = { dayHours: 24, day: 4.1, weekHours: 168, week: 3.6 } as const;

/** -zeta(1/2) / sqrt(2 pi): how far a barrier must be moved when it is watched at steps (Broadie, Glasserman and Kou 1997). */
const DISCRETE_BARRIER_SHIFT = 0.5826;

/** Degrees of freedom at a horizon: the same up to a day and from a week on, between them interpolated in its logarithm. */
export function degreesOfFreedomAt(horizonHours: number): number {
  const { dayHours, day, weekHours, week } = DEGREES_OF_FREEDOM;
  const share = Math.log(horizonHours / dayHours) / Math.log(weekHours / dayHours);
  return day + Math.min(1, Math.max(0, share)) * (week - day);
}

export interface TouchQuestion {
  /** |ln(barrier / price)|, at least 0. */
  readonly distance: number;
  /** Standard deviation of the log return over the horizon. */
  readonly sigma: number;
  readonly degreesOfFreedom: number;
  /** Sampling step of the mark price as a share of the horizon; 0 = watched without a gap. */
  readonly stepShare?: number;
}

/**
 * Chance that the price reaches the barrier within the horizon: twice the chance of ending beyond it
 * (reflection), with Student's t scaled to `sigma` in place of the normal.
 */
export const touchProbability = (question: TouchQuestion): number =>
  Math.min(1, 2 * closeBeyondProbability({ ...question, distance: shifted(question) }));

/** Chance that the price stands beyond the barrier at the end of the horizon. */
export function closeBeyondProbability({ distance, sigma, degreesOfFreedom }: TouchQuestion): number {
  if (sigma <= 0) return distance > 0 ? 0 : 0.5;
  const scale = Math.sqrt(degreesOfFreedom / (degreesOfFreedom - 2));
  return studentTUpperTail((distance / sigma) * scale, degreesOfFreedom);
}

/** Distance that is touched with `probability`: the inverse of {@link touchProbability} for a price that is watched without a gap. */
export const touchDistance = (probability: number, sigma: number, degreesOfFreedom: number): number =>
  sigma *
  Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom) *
  studentTUpperQuantile(probability / 2, degreesOfFreedom);

function shifted({ distance, sigma, stepShare = 0 }: TouchQuestion): number {
  return distance === 0 ? 0 : distance + DISCRETE_BARRIER_SHIFT * sigma * Math.sqrt(stepShare);
}

/**
 * The closed form for a Brownian log price with drift, for reference. `drift` is the expected log return over the
 * horizon towards the barrier (negative: away from it).
 */
export function brownianTouchProbability(distance: number, sigma: number, drift = 0): number {
  if (distance <= 0) return 1;
  if (sigma <= 0) return drift >= distance ? 1 : 0;
  const direct = normalCdf((-distance + drift) / sigma);
  const reflected =
    Math.exp((2 * drift * distance) / (sigma * sigma)) * normalCdf((-distance - drift) / sigma);
  return Math.min(1, direct + reflected);
}
