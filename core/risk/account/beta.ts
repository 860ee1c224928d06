import type { EstimateInterval } from '../../market/market-report.ts';
import { studentTUpperQuantile } from '../touch/student-t.ts';

/**
 * Days of returns that an estimate looks at: of 30, 60, 90 and 180, those that came nearest to the slope of the next 30 on
 * ETH and HYPE, and as near as 90 on SOL (June 2023 to 2025).
 */
export const BETA_DAYS = 60;

/** Fewer returns say little. */
export const LEAST_BETA_DAYS = 30;

/**
 * How far a coin goes for each part that bitcoin goes: slope of its daily log returns on those of bitcoin over the last
 * {@link BETA_DAYS} (least squares), with a 95 % interval that holds where the spread grows with the move (White 1980,
 * corrected for n). Null for fewer returns than {@link LEAST_BETA_DAYS}, and where bitcoin did not move.
 * @param coin closes of the same days as `bitcoin`, oldest first
 */
export function estimateBeta(coin: readonly number[], bitcoin: readonly number[]): EstimateInterval | null {
  const [y, x] = [lastReturns(coin), lastReturns(bitcoin)];
  const n = x.length;
  if (n < LEAST_BETA_DAYS || y.length !== n) return null;
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const away = x.map((value) => value - meanX);
  const squares = sumOf(away.map((value) => value * value));
  if (!(squares > 0)) return null;
  const slope = sumOf(away.map((value, at) => value * ((y[at] ?? 0) - meanY))) / squares;
  const misses = away.map((value, at) => value * ((y[at] ?? 0) - meanY - slope * value));
  const error = Math.sqrt((sumOf(misses.map((miss) => miss * miss)) * n) / (n - 2)) / squares;
  const half = studentTUpperQuantile(0.025, n - 2) * error;
  return { low: slope - half, value: slope, high: slope + half };
}

const lastReturns = (closes: readonly number[]): readonly number[] =>
  closes
    .slice(-BETA_DAYS - 1)
    .flatMap((close, at, all) => (at === 0 ? [] : [Math.log(close / (all[at - 1] ?? close))]));

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;
