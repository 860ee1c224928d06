import { leastSquares } from './least-squares.ts';

/** Weights on the logarithms of the variance of one day, seven days and thirty days. */
export interface HarWeights {
  readonly constant: number;
  readonly day: number;
  readonly week: number;
  readonly month: number;
  /** `fitted` by least squares on this coin's own past, else the published defaults. */
  readonly source: 'fitted' | 'default';
}

/** Days of daily variances from which the weights are fitted. */
const DAYS_TO_FIT = 120;

const DEFAULT = { day: 0.4, week: 0.35, month: 0.2 } as const;
const MONTH_DAYS = 30;

/** Share of implied variance that is realised on average: DVOL carries a premium. */
const REALISED_SHARE_OF_IMPLIED = 0.85;
const IMPLIED_WEIGHT = 0.4;
const DAYS_PER_YEAR = 365;

/**
 * Heterogeneous autoregression (Corsi 2009) for `ln` of the mean daily variance over the next `horizonDays`.
 * The constant makes forecasts unbiased in variance, not in its logarithm.
 * @param dailyVariance variance of each past day, oldest first, all above 0
 */
export function fitHar(dailyVariance: readonly number[], horizonDays: number): HarWeights {
  const steps = Math.max(1, Math.round(horizonDays));
  const rows: number[][] = [];
  const targets: number[] = [];
  const sums = runningSums(dailyVariance);
  for (let end = MONTH_DAYS; end + steps <= dailyVariance.length; end += 1) {
    rows.push([1, ...regressors(sums, end)]);
    targets.push(Math.log(meanBetween(sums, end, end + steps)));
  }
  const fitted = dailyVariance.length >= DAYS_TO_FIT ? leastSquares(rows, targets) : null;
  const [, day, week, month] = fitted ?? [0, DEFAULT.day, DEFAULT.week, DEFAULT.month];
  const weights = { day: day ?? 0, week: week ?? 0, month: month ?? 0 };
  const source = fitted ? 'fitted' : 'default';
  return { ...weights, constant: unbiasedConstant(rows, targets, weights, dailyVariance), source };
}

/** Mean daily variance that the weights expect over the horizon they were fitted for. @throws RangeError without any day */
export function forecastDailyVariance(dailyVariance: readonly number[], weights: HarWeights): number {
  if (dailyVariance.length === 0) throw new RangeError('no daily variances');
  const [day, week, month] = regressors(runningSums(dailyVariance), dailyVariance.length);
  return Math.exp(weights.constant + weights.day * day + weights.week * week + weights.month * month);
}

export interface VarianceQuestion {
  readonly dailyVariance: readonly number[];
  readonly horizonHours: number;
  /** Implied volatility, percent a year; null where none is published. */
  readonly dvol: number | null;
  /** Weights fitted before, to save the fit. */
  readonly weights?: HarWeights;
}

/** Variance of the log return over the horizon: own history, blended with implied variance from a day upwards. */
export function forecastVariance({ dailyVariance, horizonHours, dvol, weights }: VarianceQuestion): number {
  const days = horizonHours / 24;
  const own = days * forecastDailyVariance(dailyVariance, weights ?? fitHar(dailyVariance, days));
  if (dvol === null || days < 1) return own;
  const implied = (REALISED_SHARE_OF_IMPLIED * (dvol / 100) ** 2 * days) / DAYS_PER_YEAR;
  return (1 - IMPLIED_WEIGHT) * own + IMPLIED_WEIGHT * implied;
}

/** Too few days to compare with what followed: a constant variance then forecasts itself. */
function unbiasedConstant(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  weights: { readonly day: number; readonly week: number; readonly month: number },
  dailyVariance: readonly number[],
): number {
  const expected = ([, day = 0, week = 0, month = 0]: readonly number[]): number =>
    weights.day * day + weights.week * week + weights.month * month;
  if (targets.length > 0) {
    const ratios = rows.map((row, index) => Math.exp((targets[index] ?? 0) - expected(row)));
    return Math.log(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length);
  }
  const mean = dailyVariance.reduce((sum, value) => sum + value, 0) / Math.max(1, dailyVariance.length);
  return (1 - weights.day - weights.week - weights.month) * Math.log(mean);
}

/** ln of the mean daily variance of the last day, week and month before `end`. */
function regressors(sums: Float64Array, end: number): [day: number, week: number, month: number] {
  const mean = (days: number): number => Math.log(meanBetween(sums, Math.max(0, end - days), end));
  return [mean(1), mean(7), mean(MONTH_DAYS)];
}

function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, index) => {
    sums[index + 1] = (sums[index] ?? 0) + value;
  });
  return sums;
}

const meanBetween = (sums: Float64Array, start: number, end: number): number =>
  ((sums[end] ?? 0) - (sums[start] ?? 0)) / (end - start);
