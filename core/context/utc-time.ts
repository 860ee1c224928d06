const DAY_MS = 86_400_000;

/**
 * Midnight UTC of a Gregorian date, epoch milliseconds; `month` and `day` count from 1. Null for a date that does
 * not exist.
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
export function dayStartMs(year: number, month: number, day: number): number | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * DAY_MS;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/;

/** Epoch milliseconds of an ISO 8601 time with its zone, whole seconds; null for anything else. */
export function parseIsoMs(text: string): number | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const number = (group: number): number => Number(match[group] ?? 0);
  const day = dayStartMs(number(1), number(2), number(3));
  if (day === null || number(4) > 23 || number(5) > 59 || number(6) > 60) return null;
  const offset = (match[7] === '-' ? -1 : 1) * (number(8) * 60 + number(9));
  return day + ((number(4) * 60 + number(5) - offset) * 60 + number(6)) * 1000;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Midnight UTC of `Apr 23, 2026`, `23 Apr 2026` or `2026-04-23`, epoch milliseconds; null for anything else. */
export function parseDayMs(text: string): number | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return dayStartMs(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = /^([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})$/i.exec(text);
  if (named) return dayStartMs(Number(named[3]), monthOf(named[1]), Number(named[2]));
  const dayFirst = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/i.exec(text);
  return dayFirst && dayStartMs(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf(name?.toLowerCase() ?? '') + 1;

/** `2026-04-23` of any moment of that day. */
export function dateOf(atMs: number): string {
  const days = Math.floor(atMs / DAY_MS);
  // A year estimated by its mean length is at most one off.
  let year = 1970 + Math.floor(days / 365.2425);
  while ((dayStartMs(year, 1, 1) ?? 0) > days * DAY_MS) year--;
  while ((dayStartMs(year + 1, 1, 1) ?? Infinity) <= days * DAY_MS) year++;
  let month = 12;
  while ((dayStartMs(year, month, 1) ?? 0) > days * DAY_MS) month--;
  const day = days - (dayStartMs(year, month, 1) ?? 0) / DAY_MS + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
