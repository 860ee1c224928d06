import type { VolatilityReport } from '../../market/market-report.ts';
import { degreesOfFreedomAt, type TouchQuestion, varianceOfScale } from './touch-probability.ts';
import type { VarianceForecast } from './variance-forecast.ts';

const NODES_HOURS = [4, 24, 168] as const;

/** Made once and asked often. */
export type VolatilityForecast = VolatilityReport;
type Node = VolatilityForecast['nodes'][number];

/** A forecast at the horizons that a report tells. */
export const volatilityNodes = ({
  over,
  degreesOfFreedom,
}: Pick<VarianceForecast, 'over' | 'degreesOfFreedom'>): VolatilityForecast => ({
  nodes: NODES_HOURS.map((hours) => ({
    hours,
    variancePerHour: over(hours) / hours,
    degreesOfFreedom: degreesOfFreedom(hours),
  })),
});

/** The same variance in every hour ahead; `dailyVariance` is that of a day's log return. */
export const constantVolatility = (dailyVariance: number): VolatilityForecast => ({
  nodes: NODES_HOURS.map((hours) => ({ hours, variancePerHour: dailyVariance / 24 })),
});

/** Log return over a horizon: Student's t by its standard deviation and tails. */
type ReturnLaw = Pick<TouchQuestion, 'sigma' | 'degreesOfFreedom'>;

/**
 * Between the nodes the logarithm of the scale and the degrees of freedom are interpolated in the logarithm of the hours,
 * so that chances grow with them wherever the nodes' do; outside them the variance grows with the hours.
 */
export function returnLaw({ nodes }: VolatilityForecast, horizonHours: number): ReturnLaw {
  const next = nodes.findIndex(({ hours }) => hours >= horizonHours);
  const above = nodes[next === -1 ? nodes.length - 1 : next];
  const below = nodes[next - 1] ?? above;
  if (above === undefined || below === undefined) throw new RangeError('a forecast without nodes');
  const degreesOf = ({ hours, degreesOfFreedom }: Node): number =>
    degreesOfFreedom ?? degreesOfFreedomAt(hours);
  const span = Math.log(above.hours / below.hours);
  if (span === 0) {
    const sigma = Math.sqrt(above.variancePerHour * horizonHours);
    return { sigma, degreesOfFreedom: degreesOf(above) };
  }
  const share = Math.log(horizonHours / below.hours) / span;
  const degreesOfFreedom = (1 - share) * degreesOf(below) + share * degreesOf(above);
  const squaredScale = (node: Node): number =>
    (node.variancePerHour * node.hours) / varianceOfScale(degreesOf(node));
  const scale = Math.sqrt(squaredScale(below) ** (1 - share) * squaredScale(above) ** share);
  return { sigma: scale * Math.sqrt(varianceOfScale(degreesOfFreedom)), degreesOfFreedom };
}

/** The question of a touch at `distance` (log) within a horizon. */
export const touchQuestion = (
  forecast: VolatilityForecast,
  horizonHours: number,
  distance: number,
): TouchQuestion => ({ distance, ...returnLaw(forecast, horizonHours) });

/** Volatility a year of the longest horizon that is forecast. */
export function annualVolatility(forecast: VolatilityForecast): number {
  const last = forecast.nodes.at(-1);
  if (last === undefined) throw new RangeError('a forecast without nodes');
  return Math.sqrt(last.variancePerHour * 24 * 365);
}
