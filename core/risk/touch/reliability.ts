import type { PriceBar } from './volatility.ts';
import { garmanKlassVariance } from './volatility.ts';
import { degreesOfFreedomAt, touchProbability } from './touch-probability.ts';
import { fitHar, forecastVariance, type HarWeights } from './variance-forecast.ts';

/** Forecasts of one tenth of all, against what happened. */
export interface ReliabilityRow {
  readonly count: number;
  readonly lowestForecast: number;
  readonly highestForecast: number;
  readonly meanForecast: number;
  /** Share of the forecasts whose barrier was touched. */
  readonly touched: number;
}

export interface ReliabilityQuestion {
  /** Daily candles, oldest first, without gaps. */
  readonly days: readonly PriceBar[];
  /** Implied volatility known at the close of each day, percent a year; null where none. */
  readonly dvol: readonly (number | null)[];
  readonly horizonDays: number;
  /** First day whose close is forecast from; earlier days are history only. */
  readonly fromDay: number;
  /** Barriers as shares of the price, each tried above and below. */
  readonly distances: readonly number[];
}

/** Days between refits of the weights. */
const REFIT_DAYS = 30;

/** Days of history that the first forecast needs at least. */
export const RELIABILITY_HISTORY_DAYS = 30;

/** Chance of touch at every close against the highs and lows that followed, by deciles of the forecast. Strictly causal. */
export function touchReliability(question: ReliabilityQuestion): readonly ReliabilityRow[] {
  const { days, horizonDays, distances } = question;
  const variances = days.map((day) => Math.max(garmanKlassVariance(day), 1e-8));
  const outcomes: { forecast: number; touched: boolean }[] = [];
  let weights: HarWeights | null = null;
  for (
    let day = Math.max(question.fromDay, RELIABILITY_HISTORY_DAYS);
    day + horizonDays < days.length;
    day += 1
  ) {
    const known = variances.slice(0, day + 1);
    if (weights === null || day % REFIT_DAYS === 0) weights = fitHar(known, horizonDays);
    const horizonHours = 24 * horizonDays;
    const variance = forecastVariance({
      dailyVariance: known,
      horizonHours,
      dvol: question.dvol[day] ?? null,
      weights,
    });
    const price = days[day]?.close ?? NaN;
    const ahead = days.slice(day + 1, day + 1 + horizonDays);
    const high = Math.max(...ahead.map((bar) => bar.high));
    const low = Math.min(...ahead.map((bar) => bar.low));
    for (const share of distances) {
      const degreesOfFreedom = degreesOfFreedomAt(horizonHours);
      const chance = (barrier: number): number =>
        touchProbability({
          distance: Math.abs(Math.log(barrier / price)),
          sigma: Math.sqrt(variance),
          degreesOfFreedom,
        });
      outcomes.push({ forecast: chance(price * (1 + share)), touched: high >= price * (1 + share) });
      outcomes.push({ forecast: chance(price * (1 - share)), touched: low <= price * (1 - share) });
    }
  }
  return deciles(outcomes);
}

function deciles(outcomes: { forecast: number; touched: boolean }[]): readonly ReliabilityRow[] {
  outcomes.sort((a, b) => a.forecast - b.forecast);
  return Array.from({ length: 10 }, (_, tenth) =>
    outcomes.slice(
      Math.floor((tenth * outcomes.length) / 10),
      Math.floor(((tenth + 1) * outcomes.length) / 10),
    ),
  )
    .filter((part) => part.length > 0)
    .map((part) => ({
      count: part.length,
      lowestForecast: part[0]?.forecast ?? 0,
      highestForecast: part.at(-1)?.forecast ?? 0,
      meanForecast: part.reduce((sum, { forecast }) => sum + forecast, 0) / part.length,
      touched: part.filter(({ touched }) => touched).length / part.length,
    }));
}
