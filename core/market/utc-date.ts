/** `2026-04-23` of any moment of that day, UTC. @throws RangeError for what is no time */
export const dateOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/**
 * Midnight UTC of a Gregorian date, epoch milliseconds; `month` and `day` count from 1. Null for a date that does not
 * exist.
 */
export function dayStartMs(year: number, month: number, day: number): number | null {
  const atMs = Date.UTC(year, month - 1, day);
  const date = new Date(atMs);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? atMs : null;
}

/** The first of January 1970 was a Thursday, three days after a Monday. */
export const EPOCH_WEEKDAY = 3;

/** Number of the month that holds `timeS`, counted from year 0. */
export function monthNumber(timeS: number): number {
  const date = new Date(timeS * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
