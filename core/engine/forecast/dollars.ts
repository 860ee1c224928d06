import { sum } from '../skill/information-gain.ts';
import { NORMAL_DECILE } from '../../market/quantile.ts';
import type { Region } from '../skill/region.ts';
import type { FrozenForecast } from './frozen-forecast.ts';
import { integrateBins } from './relative-lattice.ts';

/**
 * Before any window is over: spread of ln(realised / expected dollars), and its mean, which is the lower the wider dollars
 * spread about what is expected of them; and the windows that this belief is worth.
 */
export const PRIOR_LOG_SD = 1;
/** The mean at which dollars that spread so are on average what was expected of them. */
export const PRIOR_LOG_MEAN = -(PRIOR_LOG_SD ** 2) / 2;
const PRIOR_ERROR_WINDOWS = 10;
/** Windows of evidence at which the realised dollars weigh as much as the prior scale. */
const PRIOR_WINDOWS = 3;

/** What past windows have said about the dollars: sums that fade. Plain data. */
export interface Dollars {
  /** Realised dollars, the mass that the mixture had put there, and their number, of windows that were over. */
  realisedUsd: number;
  mixtureMass: number;
  windows: number;
  /** ln(realised / expected dollars), its squares, and their number, of windows with any dollars. */
  logErrors: number;
  squaredLogErrors: number;
  erroredWindows: number;
}

/** Nothing is known of the dollars. */
export const createDollars = (): Dollars => ({
  realisedUsd: 0,
  mixtureMass: 0,
  windows: 0,
  logErrors: 0,
  squaredLogErrors: 0,
  erroredWindows: 0,
});

/** Lets what was seen count for `keep` of itself, in place. */
export function fadeDollars(dollars: Dollars, keep: number): void {
  dollars.realisedUsd *= keep;
  dollars.mixtureMass *= keep;
  dollars.windows *= keep;
  dollars.logErrors *= keep;
  dollars.squaredLogErrors *= keep;
  dollars.erroredWindows *= keep;
}

/** Learns from the `usd` that were forced in one reached region, in place. */
export function learnDollars(
  dollars: Dollars,
  { mixture, usdScale }: Pick<FrozenForecast, 'mixture' | 'usdScale'>,
  { side, edges }: Pick<Region, 'side' | 'edges'>,
  usd: number,
): void {
  const mass = sum(integrateBins(mixture[side], edges));
  dollars.windows++;
  dollars.realisedUsd += usd;
  dollars.mixtureMass += mass;
  if (usd === 0) return;
  const error = Math.log(usd / (mass * usdScale));
  dollars.logErrors += error;
  dollars.squaredLogErrors += error ** 2;
  dollars.erroredWindows++;
}

/**
 * Dollars for one unit of forecast mass: past realised dollars over the mass that was forecast for them, leaning on
 * `priorScale` until there are enough windows.
 */
export function dollarScale({ realisedUsd, mixtureMass, windows }: Dollars, priorScale: number): number {
  if (realisedUsd <= 0 || mixtureMass <= 0) return priorScale;
  const trust = windows / (windows + PRIOR_WINDOWS);
  return Math.exp(trust * Math.log(realisedUsd / mixtureMass) + (1 - trust) * Math.log(priorScale));
}

/** Mean and spread of ln(realised / expected dollars) of one window. */
export interface DollarErrors {
  readonly mean: number;
  readonly sd: number;
}

/** The errors of past windows, leaning on a prior until there are enough. */
export function dollarErrors({ logErrors, squaredLogErrors, erroredWindows }: Dollars): DollarErrors {
  const windows = erroredWindows + PRIOR_ERROR_WINDOWS;
  const mean = (logErrors + PRIOR_ERROR_WINDOWS * PRIOR_LOG_MEAN) / windows;
  const squares = squaredLogErrors + PRIOR_ERROR_WINDOWS * (PRIOR_LOG_SD ** 2 + PRIOR_LOG_MEAN ** 2);
  return { mean, sd: Math.sqrt(squares / windows - mean ** 2) };
}

/** What expected dollars are multiplied by to give the 10th and the 90th percentile. */
export interface DollarFactors {
  readonly p10: number;
  readonly p90: number;
}

/** For errors that are normal in the logarithm. */
export const dollarFactors = ({ mean, sd }: DollarErrors): DollarFactors => ({
  p10: Math.exp(mean - NORMAL_DECILE * sd),
  p90: Math.exp(mean + NORMAL_DECILE * sd),
});
