import type { OpenInterestReport } from '../market/market-report.ts';
import { DAY_MS, DAY_S } from '../market/time.ts';
import { PAST_DAYS } from '../ledger/windows.ts';
import type { OpenInterestDays } from './open-interest-days.ts';

/** A year is drawn in steps of five days, four pixels each: every page reads the report as a whole. */
const YEAR_DAYS = 366;
const STEP_DAYS = 5;

/** The highest open interest of a time, USD. */
export interface OpenInterestPeak {
  readonly usd: number;
  readonly atMs: number;
  /** Where not every venue tells that time. */
  readonly estimate?: NonNullable<OpenInterestReport['peakEstimate']>;
}

/** What is known of the market's open interest before now. */
export interface OpenInterestPast {
  /** The highest of it; null where nothing is known. */
  readonly peak: OpenInterestPeak | null;
  /** The first day of it; null where nothing is known. */
  readonly sinceMs: number | null;
  /** The last year; null where less than two steps of it are known. */
  readonly year: NonNullable<OpenInterestReport['year']> | null;
}

/** Midnights UTC of the past that is looked at, from the first on; the last is that of today. */
export function pastMidnights(nowMs: number): { readonly fromS: number; readonly length: number } {
  const todayS = Math.floor(nowMs / DAY_MS) * DAY_S;
  return { fromS: todayS - PAST_DAYS * DAY_S, length: PAST_DAYS + 1 };
}

/**
 * @param days by what the venues tell of them, one a midnight of {@link pastMidnights}
 * @param price USD a coin then; NaN where unknown
 * @param measured the highest of days in which the market was watched, by their midnight: it stands where it is no less
 *   than what the venues told of the day
 */
export function openInterestPast(
  days: OpenInterestDays,
  price: Float64Array,
  measured: ReadonlyMap<number, OpenInterestPeak>,
  nowMs: number,
): OpenInterestPast {
  const { fromS, length } = pastMidnights(nowMs);
  const usd = days.usd.slice(0, length);
  const seen = new Map<number, OpenInterestPeak>();
  for (const [dayS, peak] of measured) {
    const day = (dayS - fromS) / DAY_S;
    if (!(day >= 0 && day < length) || peak.usd < (days.lowUsd[day] ?? NaN)) continue;
    usd[day] = peak.usd;
    seen.set(day, peak);
  }
  const first = usd.findIndex((value) => value >= 0);
  if (first < 0) return { peak: null, sinceMs: null, year: null };
  let highest = first;
  usd.forEach((value, day) => {
    if (value > (usd[highest] ?? NaN)) highest = day;
  });
  const isEstimate = (day: number): boolean => days.isScaled[day] === 1 && !seen.has(day);
  const told: OpenInterestPeak = { usd: usd[highest] ?? NaN, atMs: (fromS + highest * DAY_S) * 1000 };
  const estimate = {
    lowUsd: days.lowUsd[highest] ?? NaN,
    highUsd: days.highUsd[highest] ?? NaN,
    ...days.toldBy(highest),
  };
  return {
    peak: seen.get(highest) ?? (isEstimate(highest) ? { ...told, estimate } : told),
    sinceMs: (fromS + first * DAY_S) * 1000,
    year: lastYear(usd, price, isEstimate, fromS),
  };
}

function lastYear(
  usd: Float64Array,
  price: Float64Array,
  isEstimate: (day: number) => boolean,
  fromS: number,
): OpenInterestPast['year'] {
  // Steps keep their places from day to day.
  const last = Math.floor(fromS / DAY_S + usd.length - 1);
  const firstStep = Math.floor(last / STEP_DAYS) - Math.ceil(YEAR_DAYS / STEP_DAYS) + 1;
  const steps = Array.from({ length: Math.ceil(YEAR_DAYS / STEP_DAYS) }, (_, index) => {
    const begin = (firstStep + index) * STEP_DAYS - fromS / DAY_S;
    const known = Array.from({ length: STEP_DAYS }, (__, day) => begin + day);
    const told = known.filter((day) => (usd[day] ?? NaN) >= 0);
    const priced = known.findLast((day) => (price[day] ?? NaN) > 0);
    return {
      usd: told.length === 0 ? null : rounded(Math.max(...told.map((day) => usd[day] ?? 0))),
      price: priced === undefined ? null : rounded(price[priced] ?? NaN),
      isEstimate: told.some(isEstimate),
    };
  });
  const begin = steps.findIndex((step) => step.usd !== null);
  const shown = begin < 0 ? [] : steps.slice(begin);
  if (shown.filter((step) => step.usd !== null).length < 2) return null;
  return {
    fromAt: (firstStep + begin) * STEP_DAYS * DAY_MS,
    stepMs: STEP_DAYS * DAY_MS,
    usd: shown.map((step) => step.usd),
    price: shown.map((step) => step.price),
    isEstimate: shown.some((step) => step.isEstimate),
  };
}

/** Four figures are more than a line a few pixels high shows. */
const rounded = (value: number): number => Number(value.toPrecision(4));
