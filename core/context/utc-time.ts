import { dayStartMs } from '../market/utc-date.ts';

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
