import type { MarketReport } from '../../market/market-report.ts';
import { constantVolatility, type VolatilityForecast } from './volatility-forecast.ts';

/** Mean range of a day of a driftless Brownian log price in its standard deviations: sqrt(8 / pi) (Feller 1951). */
const MEAN_RANGE = Math.sqrt(8 / Math.PI);

/** The volatility ahead, and what it is taken from. */
export interface ReportVolatility {
  readonly forecast: VolatilityForecast;
  /** `range`: no forecast in the report, so the average true range stands in. */
  readonly basis: 'forecast' | 'range';
}

/** Volatility that a report tells; null where it has neither a forecast nor a range. */
export function reportVolatility(
  report: Pick<MarketReport, 'volatility' | 'atr1dUsd' | 'price'>,
): ReportVolatility | null {
  const { volatility, atr1dUsd, price } = report;
  if (volatility != null && volatility.nodes.length > 0) return { forecast: volatility, basis: 'forecast' };
  if (atr1dUsd === null || price === null || !(atr1dUsd > 0)) return null;
  return { forecast: constantVolatility((atr1dUsd / price / MEAN_RANGE) ** 2), basis: 'range' };
}
