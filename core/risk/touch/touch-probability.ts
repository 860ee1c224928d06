import { studentTUpperQuantile, studentTUpperTail } from './student-t.ts';

/**
 * Degrees of freedom of log returns by horizon in hours where a day's standard deviation is as usual, from touches at .1
 * to 12 standard deviations of hourly candles of BTC, ETH and SOL, June 2023 to December 2024. Never more for a longer
 * horizon, so that chances grow with it.
 */
const DEGREES_OF_FREEDOM = { dayHours: 24, day: 4.3, weekHours: 168, week: 3.8 } as const;

/**
 * A shock in a still market is larger by its measure than in one that moves: degrees of freedom of a day rise from 3.1
 * to 4 in the stillest quarter of the hours of BTC, ETH and SOL to 4.8 to 7.6 in the wildest, before 2025 and on it. The
 * power is about half of what a day alone would have, because 4 hours have less of it.
 */
const STILLNESS = { usualDaySigma: 0.03, power: 0.25, least: 3, most: 8 } as const;

/** -zeta(1/2) / sqrt(2 pi): how far a barrier must be moved when it is watched at steps (Broadie, Glasserman and Kou 1997). */
const DISCRETE_BARRIER_SHIFT = 0.5826;

/**
 * Degrees of freedom at a horizon: the same up to a day and from a week on, between them interpolated in its logarithm;
 * more where the standard deviation of the coming day is more.
 */
export function degreesOfFreedomAt(horizonHours: number, daySigma: number = STILLNESS.usualDaySigma): number {
  const { dayHours, day, weekHours, week } = DEGREES_OF_FREEDOM;
  const share = Math.log(horizonHours / dayHours) / Math.log(weekHours / dayHours);
  const usual = day + Math.min(1, Math.max(0, share)) * (week - day);
  const { usualDaySigma, power, least, most } = STILLNESS;
  return Math.min(most, Math.max(least, usual * (daySigma / usualDaySigma) ** power));
}

/** Variance of Student's t of scale 1. */
export const varianceOfScale = (degreesOfFreedom: number): number =>
  degreesOfFreedom / (degreesOfFreedom - 2);

/**
 * A barrier on one side of the price, and the log return over the horizon: Student's t of standard deviation `sigma`.
 */
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
export function touchProbability(question: TouchQuestion): number {
  const { sigma, degreesOfFreedom } = question;
  return Math.min(1, 2 * closeBeyondProbability({ distance: shifted(question), sigma, degreesOfFreedom }));
}

/** Chance that the price stands beyond the barrier at the end of the horizon. */
export function closeBeyondProbability({ distance, sigma, degreesOfFreedom }: TouchQuestion): number {
  if (sigma <= 0) return distance > 0 ? 0 : 0.5;
  return studentTUpperTail(
    (distance / sigma) * Math.sqrt(varianceOfScale(degreesOfFreedom)),
    degreesOfFreedom,
  );
}

/** Distance that is touched with `probability`: the inverse of {@link touchProbability} for a price that is watched without a gap. */
export const touchDistance = (probability: number, sigma: number, degreesOfFreedom: number): number =>
  (sigma * studentTUpperQuantile(probability / 2, degreesOfFreedom)) /
  Math.sqrt(varianceOfScale(degreesOfFreedom));

function shifted({ distance, sigma, stepShare = 0 }: TouchQuestion): number {
  return distance === 0 ? 0 : distance + DISCRETE_BARRIER_SHIFT * sigma * Math.sqrt(stepShare);
}
