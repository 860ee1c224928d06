import { DAY_S } from './daily-candle.ts';

/** The first of January 1970 was a Thursday, three days after a Monday. */
const EPOCH_WEEKDAY = 3;

/** Number of the week that holds `timeS`, counted from the epoch; weeks begin on Monday 00:00 UTC. */
export const weekNumber = (timeS: number): number =>
  Math.floor((Math.floor(timeS / DAY_S) + EPOCH_WEEKDAY) / 7);

/** First second of a week. */
export const weekStartS = (week: number): number => (week * 7 - EPOCH_WEEKDAY) * DAY_S;

/** A calendar day, UTC; `month` and `day` count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The Gregorian date of `timeS`, without a clock or a time zone.
 * @see https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
export function civilDate(timeS: number): CivilDate {
  const shifted = Math.floor(timeS / DAY_S) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** `2026-01-05` for any second of that day. */
export function isoDate(timeS: number): string {
  const { year, month, day } = civilDate(timeS);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Number of the month that holds `timeS`, counted from year 0. */
export function monthNumber(timeS: number): number {
  const { year, month } = civilDate(timeS);
  return year * 12 + month - 1;
}
