import { madeOnce } from '../../market/made-once.ts';
import type { HourlyVariances } from './hourly-variances.ts';
import { degreesOfFreedomAt, varianceOfScale } from './touch-probability.ts';
import { garmanKlassVariance, type PriceBar } from './volatility.ts';
import { factorAt, meanFactor, type WeekRhythm } from './week-rhythm.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';

/** What is known of a market's variance at a time; nothing in it is later. */
export interface VarianceHistory {
  readonly atS: number;
  /** The last thirty days; may be empty, and then days stand in. */
  readonly hours: HourlyVariances;
  /** Variance of the log return of closed days up to a year or so, ascending, above 0. */
  readonly days: DailyVariances;
  readonly rhythm: WeekRhythm;
  /** Implied volatility, percent a year; null where none is published. */
  readonly dvol: number | null;
}

/** In columns, ascending: when a day opened, epoch seconds, and the variance of its log return, above 0. */
export interface DailyVariances {
  readonly openTimeS: readonly number[];
  readonly variance: readonly number[];
}

/** Smallest variance of a day, so that a still market has a logarithm. */
const LEAST_VARIANCE = 1e-8;

/** By range and body of each day, ascending (Garman and Klass). */
export const dailyVariances = madeOnce(
  (days: readonly (PriceBar & { readonly openTimeS: number })[]): DailyVariances => ({
    openTimeS: days.map(({ openTimeS }) => openTimeS),
    variance: days.map((day) => Math.max(garmanKlassVariance(day), LEAST_VARIANCE)),
  }),
);

/** Hours of the levels that a forecast weighs: the last four hours, day, week and month; then all known days. */
const LEVEL_HOURS = [4, 24, 168, 720] as const;
const [LAST_HOURS] = LEVEL_HOURS;

/**
 * Weights on the logarithms of the levels and a constant, by horizon in hours: heterogeneous autoregression (Corsi 2009)
 * with the weights of all coins in common and of sum 1, so that they hold in any unit (Bollerslev and others 2018).
 * Weights by least squares on hourly candles of BTC, ETH and SOL, June 2023 to December 2024. Constants by the touches of
 * June 2023 to 2025, for tails as usual.
 */
const WEIGHTS = [
  { horizonHours: 4, constant: 0.135, weights: [0.31, 0.33, 0.2, 0.06, 0.1] },
  { horizonHours: 24, constant: 0.185, weights: [0.16, 0.335, 0.205, 0.145, 0.155] },
  { horizonHours: 168, constant: 0.27, weights: [0.065, 0.17, 0.195, 0.215, 0.355] },
] as const;

/**
 * The last four hours count for more where the rhythm makes them busier than those ahead, and for less in the lull before
 * a busy stretch: their weight grows with that ratio to this power. Fitted as the weights are: on 4 hours 0.65, on a day 0.85.
 */
const BUSY_POWER = 0.7;
/** Most that the last four hours count. */
const MOST_WEIGHT = 0.9;

/** Share of implied variance that is realised on average: DVOL carries a premium. */
const REALISED_SHARE_OF_IMPLIED = 0.85;
/** Weight of implied variance from a day upwards. */
const IMPLIED_WEIGHT = 0.4;
const DAYS_PER_YEAR = 365;

/** A level is told by hours if this share of them is known. */
const ENOUGH_HOURS = 0.8;
/** Hours that ended longer ago than this are not the last ones. */
const STALE_S = 2 * HOUR_S;

/** What is expected of the log return ahead of one moment. */
export interface VarianceForecast {
  /** Expected variance of the log return over the hours ahead; grows with them. */
  readonly over: (hours: number) => number;
  /** Tails of the log return over the hours ahead; never more for more hours. */
  readonly degreesOfFreedom: (hours: number) => number;
  /** Variance of a mean day of the week, as expected for the coming one: free of the rhythm. */
  readonly meanDay: number;
}

/** Variance ahead from own history and implied variance, by the rhythm of the week. Null without any history. */
export function forecastVariance(history: VarianceHistory): VarianceForecast | null {
  const levels = logLevels(history);
  if (levels === null) return null;
  const { rhythm, atS, dvol } = history;
  const behind = meanFactor(rhythm, atS - LAST_HOURS * HOUR_S, LAST_HOURS);
  const daily = WEIGHTS.map(({ horizonHours, constant, weights: [last, ...others] }) => {
    const ahead = meanFactor(rhythm, atS, horizonHours);
    const weight = Math.min(MOST_WEIGHT, last * (behind / ahead) ** BUSY_POWER);
    const rest = (1 - weight) / (1 - last);
    const own = Math.exp(
      [weight, ...others.map((other) => rest * other)].reduce(
        (sum, each, at) => sum + each * (levels[at] ?? 0),
        constant,
      ),
    );
    if (dvol === null || horizonHours < 24) return own;
    const implied = (REALISED_SHARE_OF_IMPLIED * (dvol / 100) ** 2) / DAYS_PER_YEAR;
    return (1 - IMPLIED_WEIGHT) * own + IMPLIED_WEIGHT * implied;
  });
  /** Variance if tails were as usual. */
  const usual = (hours: number): number =>
    (dailyAt(daily, hours) * meanFactor(rhythm, atS, hours) * hours) / 24;
  const daySigma = Math.sqrt(usual(24));
  const degreesOfFreedom = (hours: number): number => degreesOfFreedomAt(hours, daySigma);
  // Chances grow with the horizon if the scale does, since tails never become thinner.
  const squaredScale = (hours: number): number => usual(hours) / varianceOfScale(degreesOfFreedomAt(hours));
  const nodes = WEIGHTS.map(({ horizonHours }) => ({ horizonHours, least: squaredScale(horizonHours) }));
  return {
    over: (hours) =>
      varianceOfScale(degreesOfFreedom(hours)) *
      nodes.reduce(
        (most, { horizonHours, least }) => (horizonHours < hours ? Math.max(most, least) : most),
        squaredScale(hours),
      ),
    degreesOfFreedom,
    meanDay: dailyAt(daily, 24),
  };
}

/** Between the fitted horizons the logarithm of the daily variance is interpolated in that of the hours. */
function dailyAt(daily: readonly number[], hours: number): number {
  const next = WEIGHTS.findIndex(({ horizonHours }) => horizonHours >= hours);
  const above = next === -1 ? WEIGHTS.length - 1 : next;
  const below = next <= 0 ? above : next - 1;
  const [from, until] = [WEIGHTS[below]?.horizonHours ?? 1, WEIGHTS[above]?.horizonHours ?? 1];
  const share = from === until ? 0 : Math.log(hours / from) / Math.log(until / from);
  return (daily[below] ?? 0) ** (1 - share) * (daily[above] ?? 0) ** share;
}

/** Logarithms of the mean daily variance, free of the rhythm, of each level; a longer or shorter one where it is not known. */
function logLevels(history: VarianceHistory): readonly number[] | null {
  const recent = LEVEL_HOURS.map((hours) => hourLevel(history, hours) ?? dayLevel(history, hours / 24));
  const year = dayLevel(history, Infinity) ?? recent.at(-1) ?? null;
  if (year === null) return null;
  return [...recent, year].map((level) => Math.log(level ?? year));
}

/** Mean daily variance of the last hours; null where too few of them are known. */
function hourLevel({ hours, rhythm, atS }: VarianceHistory, count: number): number | null {
  const { openTimeS, variance } = hours;
  const endS = (openTimeS[openTimeS.length - 1] ?? -Infinity) + HOUR_S;
  if (atS - endS > STALE_S) return null;
  let sum = 0;
  let known = 0;
  for (let at = openTimeS.length - 1; at >= 0; at -= 1) {
    const timeS = openTimeS[at] ?? 0;
    if (timeS < endS - count * HOUR_S) break;
    sum += (variance[at] ?? 0) / factorAt(rhythm, timeS);
    known += 1;
  }
  return known < ENOUGH_HOURS * count ? null : (24 * sum) / known;
}

/** Mean variance of the last days, or of as many as are known. */
function dayLevel({ days, rhythm }: VarianceHistory, count: number): number | null {
  const { openTimeS, variance } = days;
  const length = openTimeS.length;
  const first = Math.max(0, length - Math.max(1, count));
  let sum = 0;
  for (let at = first; at < length; at += 1) {
    sum += (variance[at] ?? 0) / meanFactor(rhythm, openTimeS[at] ?? 0, DAY_S / HOUR_S);
  }
  return length === 0 ? null : sum / (length - first);
}
