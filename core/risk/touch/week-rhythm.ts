import type { AssetClass } from '../../market/asset-class.ts';
import type { HourlyVariances } from './hourly-variances.ts';
import { HOUR_S } from '../../market/time.ts';

const WEEK_HOURS = 168;

/** The epoch began on a Thursday; weeks are counted from Monday, 00:00 UTC. */
const EPOCH_WEEK_HOUR = 72;

/**
 * Variance of a coin by hour of the week against its mean, in hundredths; a row a day from Monday, a column an hour UTC.
 * Fitted on hourly candles of BTC, ETH and SOL, June 2023 to December 2024, so that ranges of 4 and 24 hours ahead come
 * out right in every hour. Hours of New York in place of UTC did no better on 2025.
 */
// oxfmt-ignore
const COIN_WEEK = [
  180, 151, 123, 89, 57, 76, 81, 99, 114, 130, 83, 68, 88, 180, 309, 252, 216, 165, 139, 142, 114, 129, 102, 76,
  140, 127, 126, 74, 62, 59, 65, 66, 99, 78, 79, 76, 109, 193, 382, 314, 242, 181, 150, 146, 126, 121, 92, 72,
  106, 130, 99, 63, 66, 54, 62, 78, 95, 93, 81, 83, 161, 223, 261, 209, 199, 182, 204, 186, 158, 116, 73, 68,
  125, 134, 101, 60, 54, 56, 63, 66, 71, 70, 71, 88, 137, 212, 320, 282, 209, 143, 121, 114, 129, 110, 83, 56,
  98, 127, 110, 65, 58, 57, 65, 86, 81, 79, 68, 64, 136, 187, 322, 264, 207, 147, 126, 81, 79, 76, 58, 47,
  52, 45, 31, 25, 24, 28, 22, 24, 25, 22, 20, 23, 26, 30, 34, 42, 38, 37, 29, 25, 28, 26, 26, 28,
  37, 37, 36, 26, 29, 27, 24, 26, 29, 30, 28, 25, 37, 47, 63, 52, 54, 50, 49, 48, 67, 76, 143, 91,
];

/** Logarithms of the built-in week around their mean. */
const SHAPE = centred(COIN_WEEK.map((share) => Math.log(share)));
const SHAPE_SQUARES = SHAPE.reduce((sum, value) => sum + value * value, 0) / WEEK_HOURS;

/** Weeks of own hours that a coin's swing is learnt from. */
const SWING_WEEKS = 4;
/** Hours of the built-in week that count beside the coin's own. */
const SWING_PRIOR_HOURS = 360;

/** How variance is spread over the hours of a week; the mean factor of a week is 1. */
export interface WeekRhythm {
  /** Factor of each hour of the week from Monday, 00:00 UTC. */
  readonly factors: Float64Array;
  /** Sum of the factors before each hour, one longer. */
  readonly sums: Float64Array;
}

function rhythmOf(factors: Float64Array): WeekRhythm {
  const mean = factors.reduce((sum, value) => sum + value, 0) / WEEK_HOURS;
  const sums = new Float64Array(WEEK_HOURS + 1);
  for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
    factors[hour] = (factors[hour] ?? 1) / mean;
    sums[hour + 1] = (sums[hour] ?? 0) + (factors[hour] ?? 1);
  }
  return { factors, sums };
}

/** Every hour alike: for what has another week than coins, and none that is known. */
export const FLAT_WEEK: WeekRhythm = rhythmOf(new Float64Array(WEEK_HOURS).fill(1));

/** The built-in week with its peaks and quiet hours raised to a power: 1 as measured, 0 flat. */
export const coinWeek = (swing = 1): WeekRhythm => rhythmOf(SHAPE.map((value) => Math.exp(swing * value)));

/**
 * How strongly a coin follows the built-in week: slope of the logarithm of its hourly variances on that of the week,
 * over whole weeks back from the last hour, drawn to 1 while few are known. On 2025: BTC 1.2, SOL 0.7, HYPE 0.5.
 */
export function learnSwing({ openTimeS, variance }: HourlyVariances): number {
  let along = SWING_PRIOR_HOURS * SHAPE_SQUARES;
  let squares = along;
  const logs = new Float64Array(WEEK_HOURS);
  const length = openTimeS.length;
  const endS = (openTimeS[length - 1] ?? 0) + HOUR_S;
  for (let week = 1, until = length; week <= SWING_WEEKS; week += 1) {
    let from = until;
    const fromS = endS - week * WEEK_HOURS * HOUR_S;
    while (from > 0 && (openTimeS[from - 1] ?? 0) >= fromS) from -= 1;
    // A week with a gap has another mean shape; it says less than it costs.
    if (until - from === WEEK_HOURS) {
      let mean = 0;
      for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
        const log = Math.log(variance[from + hour] ?? 1);
        logs[hour] = log;
        mean += log / WEEK_HOURS;
      }
      for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
        const shape = SHAPE[weekHour(openTimeS[from + hour] ?? 0)] ?? 0;
        along += shape * ((logs[hour] ?? 0) - mean);
        squares += shape * shape;
      }
    }
    until = from;
  }
  return along / squares;
}

/** The week of a market: a coin's own, learnt from its last hours; of other classes, whose exchanges close, none is known. */
export const weekOf = (assetClass: AssetClass, hours: HourlyVariances): WeekRhythm =>
  assetClass === 'crypto' ? coinWeek(learnSwing(hours)) : FLAT_WEEK;

/** Factor of the hour that holds `timeS`. */
export const factorAt = ({ factors }: WeekRhythm, timeS: number): number => factors[weekHour(timeS)] ?? 1;

/** Mean factor of the `hours` from `fromS` on, parts of hours by their share. */
export function meanFactor(rhythm: WeekRhythm, fromS: number, hours: number): number {
  const from = fromS / HOUR_S + EPOCH_WEEK_HOUR;
  return (sumUntil(rhythm, from + hours) - sumUntil(rhythm, from)) / hours;
}

/** Sum of all factors up to a time in hours. */
function sumUntil({ factors, sums }: WeekRhythm, hours: number): number {
  const weeks = Math.floor(hours / WEEK_HOURS);
  const inWeek = hours - weeks * WEEK_HOURS;
  const hour = Math.floor(inWeek);
  return weeks * WEEK_HOURS + (sums[hour] ?? 0) + (inWeek - hour) * (factors[hour] ?? 0);
}

const weekHour = (timeS: number): number => (Math.floor(timeS / HOUR_S) + EPOCH_WEEK_HOUR) % WEEK_HOURS;

function centred(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Float64Array.from(values, (value) => value - mean);
}
