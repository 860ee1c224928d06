import type { OpenInterestReport } from '../market/market-report.ts';
import { DAY_MS, DAY_S } from '../market/time.ts';
import { PAST_DAYS } from '../ledger/windows.ts';
import type { OpenInterestDay } from './open-interest-days.ts';

/** A year is drawn in steps of three days, a pixel or two each. */
const YEAR_DAYS = 366;
const STEP_DAYS = 3;

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

/**
 * @param days by what the venues tell of them, ascending
 * @param measured the highest of days in which the market was watched, by their midnight: it stands where it is no less
 *   than what the venues told of the day
 * @param priceAt USD a coin at a midnight, epoch seconds; null where it is not known
 */
export function openInterestPast(
  days: readonly OpenInterestDay[],
  measured: ReadonlyMap<number, OpenInterestPeak>,
  priceAt: (dayS: number) => number | null,
  nowMs: number,
): OpenInterestPast {
  const oldestS = nowMs / 1000 - PAST_DAYS * DAY_S;
  const byDay = new Map<number, OpenInterestPeak>();
  for (const [dayS, peak] of measured) if (dayS >= oldestS) byDay.set(dayS, peak);
  for (const day of days) {
    const { atS, usd, lowUsd, highUsd, told, scaled } = day;
    const before = byDay.get(atS);
    if (atS < oldestS || (before !== undefined && before.usd >= lowUsd)) continue;
    const estimate = scaled.length === 0 ? {} : { estimate: { lowUsd, highUsd, told, scaled } };
    byDay.set(atS, { usd, atMs: atS * 1000, ...estimate });
  }
  const highest = [...byDay.values()].reduce<OpenInterestPeak | null>(
    (most, peak) => (most === null || peak.usd > most.usd ? peak : most),
    null,
  );
  const sinceMs = byDay.size === 0 ? null : Math.min(...byDay.keys()) * 1000;
  return { peak: highest, sinceMs, year: lastYear(byDay, priceAt, nowMs) };
}

function lastYear(
  byDay: ReadonlyMap<number, OpenInterestPeak>,
  priceAt: (dayS: number) => number | null,
  nowMs: number,
): OpenInterestPast['year'] {
  const today = Math.floor(nowMs / DAY_MS);
  // Steps keep their places from day to day.
  const last = Math.floor(today / STEP_DAYS);
  const steps = Array.from({ length: Math.ceil(YEAR_DAYS / STEP_DAYS) }, (_, step) => {
    const firstDay = (last - Math.ceil(YEAR_DAYS / STEP_DAYS) + 1 + step) * STEP_DAYS;
    const midnights = Array.from({ length: STEP_DAYS }, (_, day) => (firstDay + day) * DAY_S);
    const told = midnights.flatMap((dayS) => byDay.get(dayS) ?? []);
    return {
      firstDay,
      usd: told.length === 0 ? null : rounded(Math.max(...told.map(({ usd }) => usd))),
      price: midnights.reduce<number | null>((known, dayS) => priceAt(dayS) ?? known, null),
      isEstimate: told.some(({ estimate }) => estimate !== undefined),
    };
  });
  const begin = steps.findIndex(({ usd }) => usd !== null);
  const known = begin < 0 ? [] : steps.slice(begin);
  if (known.filter(({ usd }) => usd !== null).length < 2) return null;
  return {
    fromAt: (steps[begin]?.firstDay ?? 0) * DAY_MS,
    stepMs: STEP_DAYS * DAY_MS,
    usd: known.map(({ usd }) => usd),
    price: known.map(({ price }) => (price === null ? null : rounded(price))),
    isEstimate: known.some(({ isEstimate }) => isEstimate),
  };
}

/** Four figures are more than a line a few pixels high shows. */
const rounded = (value: number): number => Number(value.toPrecision(4));
