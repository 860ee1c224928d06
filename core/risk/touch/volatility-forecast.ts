import type { VolatilityReport } from '../../market/market-report.ts';
import { degreesOfFreedomAt, type TouchQuestion } from './touch-probability.ts';
import type { VarianceForecast } from './variance-forecast.ts';

const NODES_HOURS = [4, 24, 168] as const;

/** Made once and asked often. */
export type VolatilityForecast = VolatilityReport;

/** A forecast at the horizons that a report tells. */
export const volatilityNodes = ({ over }: Pick<VarianceForecast, 'over'>): VolatilityForecast => ({
  nodes: NODES_HOURS.map((hours) => ({ hours, variancePerHour: over(hours) / hours })),
});

/** The same variance in every hour ahead; `dailyVariance` is that of a day's log return. */
export const constantVolatility = (dailyVariance: number): VolatilityForecast => ({
  nodes: NODES_HOURS.map((hours) => ({ hours, variancePerHour: dailyVariance / 24 })),
});

/**
 * Standard deviation of the log return over a horizon. Between the nodes the logarithm of the variance is interpolated
 * in that of the hours, so that it grows wherever the nodes' does; outside them it grows with the hours.
 */
export function sigmaAt({ nodes }: VolatilityForecast, horizonHours: number): number {
  const next = nodes.findIndex(({ hours }) => hours >= horizonHours);
  const above = nodes[next === -1 ? nodes.length - 1 : next];
  const below = nodes[next - 1] ?? above;
  if (above === undefined || below === undefined) throw new RangeError('a forecast without nodes');
  const [most, least] = [above.variancePerHour * above.hours, below.variancePerHour * below.hours];
  const span = Math.log(above.hours / below.hours);
  if (span === 0) return Math.sqrt(above.variancePerHour * horizonHours);
  const share = Math.log(horizonHours / below.hours) / span;
  return Math.sqrt(least ** (1 - share) * most ** share);
}

/** The question of a touch at `distance` (log) within a horizon. */
export const touchQuestion = (
  forecast: VolatilityForecast,
  horizonHours: number,
  distance: number,
): TouchQuestion => ({
  distance,
  sigma: sigmaAt(forecast, horizonHours),
  degreesOfFreedom: degreesOfFreedomAt(horizonHours),
});

/** Volatility a year of the longest horizon that is forecast. */
export function annualVolatility(forecast: VolatilityForecast): number {
  const last = forecast.nodes.at(-1);
  if (last === undefined) throw new RangeError('a forecast without nodes');
  return Math.sqrt(last.variancePerHour * 24 * 365);
}
