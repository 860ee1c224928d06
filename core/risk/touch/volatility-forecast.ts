import type { VolatilityReport } from '../../market/market-report.ts';
import { degreesOfFreedomAt, type TouchQuestion } from './touch-probability.ts';
import { forecastVariance } from './variance-forecast.ts';

const NODES_HOURS = [4, 24, 168] as const;

/** Made once and asked often. */
export type VolatilityForecast = VolatilityReport;

/** Forecast for all horizons from daily variances (oldest first) and implied volatility, percent a year. Null without history. */
export function forecastVolatility(
  dailyVariance: readonly number[],
  dvol: number | null,
): VolatilityForecast | null {
  if (dailyVariance.length === 0) return null;
  const nodes = NODES_HOURS.map((hours) => ({
    hours,
    variancePerHour: forecastVariance({ dailyVariance, horizonHours: hours, dvol }) / hours,
  }));
  return { nodes };
}

/** Standard deviation of the log return over a horizon; between the nodes the hourly variance is interpolated in ln hours. */
export function sigmaAt({ nodes }: VolatilityForecast, horizonHours: number): number {
  const next = nodes.findIndex(({ hours }) => hours >= horizonHours);
  const above = nodes[next === -1 ? nodes.length - 1 : next];
  const below = nodes[next - 1] ?? above;
  if (above === undefined || below === undefined) throw new RangeError('a forecast without nodes');
  const span = Math.log(above.hours / below.hours);
  const share = span === 0 ? 0 : Math.log(horizonHours / below.hours) / span;
  const perHour = below.variancePerHour + share * (above.variancePerHour - below.variancePerHour);
  return Math.sqrt(perHour * horizonHours);
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
