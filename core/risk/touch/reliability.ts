import { type DailyVariances, forecastVariance } from './variance-forecast.ts';
import { closeChance, hoursToClose } from './daily-closes.ts';
import type { HourlyVariances } from './hourly-variances.ts';
import type { AssetClass } from '../../market/asset-class.ts';
import { type HourlyPrices, raceOutcomes } from './reliability-races.ts';
import { touchProbability } from './touch-probability.ts';
import { weekOf } from './week-rhythm.ts';
import { DAY_HOURS, DAY_S, HOUR_S } from '../../market/time.ts';

const MONTH_HOURS = 720;

/** What is forecast, hours. */
export const RELIABILITY_HORIZONS = [4, 24, 168] as const;
/** Barriers above and below the price, in standard deviations of the forecast and as log distances. */
const BARRIERS = [
  ...[0.5, 1, 1.5, 2, 3].map((sigmas) => ({ barrier: `${sigmas} sd`, sigmas, distance: null })),
  ...[0.01, 0.02, 0.04, 0.08].map((distance) => ({ barrier: `${100 * distance} %`, sigmas: null, distance })),
] as const;
/** Closes are forecast at these hours of the day only: neighbouring hours say the same. */
const CLOSE_EVERY_HOURS = 6;
/** Days of history beyond which a forecast does not look. */
const MOST_DAYS = 400;

/** Hourly candles without gaps, ascending, and their variances. */
export interface HourlyMarket extends HourlyPrices {
  readonly assetClass: AssetClass;
  readonly openTimeS: Float64Array;
  readonly hours: HourlyVariances;
  /** Whole UTC days of the candles. */
  readonly days: DailyVariances;
}

/** One forecast on both sides of the price and what happened. */
export interface Outcome {
  /** `target`: touched before a stop on the other side of the price. */
  readonly what: 'touch' | 'close' | 'target';
  readonly horizonHours: number;
  /** Distance in standard deviations of the forecast (`1 sd`; a target and its stop: `2:1 sd`) or of the price (`2 %`). */
  readonly barrier: string;
  readonly atS: number;
  /** The last day beside the month: less than half its mean variance, up to it, more. */
  readonly day: 'quiet' | 'usual' | 'wild';
  readonly said: number;
  /** Share of the two sides on which it happened: 0, 0.5 or 1. */
  readonly happened: number;
}

/**
 * Chances of touch and of a daily close beyond at the end of every hour against what followed, from the time at which
 * thirty days are known. Strictly causal: a forecast knows the hours that had closed.
 */
export function forecastOutcomes(
  market: HourlyMarket,
  { fromS, untilS }: { readonly fromS: number; readonly untilS: number },
  tell: (outcome: Outcome) => void,
): void {
  const { openTimeS, hours } = market;
  const length = openTimeS.length;
  let knownDays = 0;
  for (let last = MONTH_HOURS - 1; last < length - 1; last += 1) {
    const atS = (openTimeS[last] ?? 0) + HOUR_S;
    while ((market.days.openTimeS[knownDays] ?? Infinity) + DAY_S <= atS) knownDays += 1;
    if (atS < fromS || atS >= untilS) continue;
    const recent: HourlyVariances = {
      openTimeS: hours.openTimeS.subarray(last + 1 - MONTH_HOURS, last + 1),
      variance: hours.variance.subarray(last + 1 - MONTH_HOURS, last + 1),
    };
    const firstDay = Math.max(0, knownDays - MOST_DAYS);
    const forecast = forecastVariance({
      atS,
      hours: recent,
      days: {
        openTimeS: market.days.openTimeS.slice(firstDay, knownDays),
        variance: market.days.variance.slice(firstDay, knownDays),
      },
      rhythm: weekOf(market.assetClass, recent),
      dvol: null,
    });
    if (forecast === null) continue;
    const day = dayOf(recent.variance);
    const hour = (atS % DAY_S) / HOUR_S;
    for (const horizonHours of RELIABILITY_HORIZONS) {
      if (last + horizonHours >= length) continue;
      const ahead = reached(market, last, horizonHours);
      const sigma = Math.sqrt(forecast.over(horizonHours));
      const degreesOfFreedom = forecast.degreesOfFreedom(horizonHours);
      const closes =
        horizonHours < DAY_HOURS || hour % CLOSE_EVERY_HOURS !== 0
          ? null
          : closeChance({ variance: forecast, hoursToClose: hoursToClose(atS), horizonHours });
      for (const { barrier, ...one } of BARRIERS) {
        const distance = one.distance ?? one.sigmas * sigma;
        const both = ({ up, down }: Sides): number => (Number(up >= distance) + Number(down >= distance)) / 2;
        const common = { horizonHours, barrier, atS, day };
        const said = touchProbability({ distance, sigma, degreesOfFreedom });
        tell({ ...common, what: 'touch', said, happened: both(ahead.touch) });
        if (closes !== null)
          tell({ ...common, what: 'close', said: closes(distance), happened: both(ahead.close) });
      }
      for (const race of raceOutcomes(market, last, { horizonHours, sigma, degreesOfFreedom }))
        tell({ ...race, what: 'target', horizonHours, atS, day });
    }
  }
}

interface Sides {
  readonly up: number;
  readonly down: number;
}

/** Farthest log distances above and below the close of `last` within the hours after it, by extremes and by daily closes. */
function reached(
  market: HourlyMarket,
  last: number,
  hours: number,
): { readonly touch: Sides; readonly close: Sides } {
  const price = market.close[last] ?? NaN;
  let [high, low, highestClose, lowestClose] = [-Infinity, Infinity, price, price];
  for (let at = last + 1; at <= last + hours; at += 1) {
    high = Math.max(high, market.high[at] ?? NaN);
    low = Math.min(low, market.low[at] ?? NaN);
    if (((market.openTimeS[at] ?? 0) + HOUR_S) % DAY_S !== 0) continue;
    highestClose = Math.max(highestClose, market.close[at] ?? NaN);
    lowestClose = Math.min(lowestClose, market.close[at] ?? NaN);
  }
  return {
    touch: { up: Math.log(high / price), down: Math.log(price / low) },
    close: { up: Math.log(highestClose / price), down: Math.log(price / lowestClose) },
  };
}

function dayOf(variance: Float64Array): Outcome['day'] {
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const ratio = mean(variance.subarray(-DAY_HOURS)) / mean(variance);
  return ratio < 0.5 ? 'quiet' : ratio > 1 ? 'wild' : 'usual';
}
