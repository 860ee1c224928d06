import { wrongValue } from './answer.ts';
import { DAY_MS, MINUTE_MS } from '../../market/time.ts';

/** How far a venue's clock may run ahead of ours. */
const CLOCK_SKEW_MS = MINUTE_MS;

/** Before this no coin existed: 2009-01-01. */
const EARLIEST_MS = 1_230_768_000_000;

/** How far ahead a next funding can lie. */
const FUNDING_AHEAD_MS = 8 * DAY_MS;

/**
 * `atMs` when it can be the time of something that has happened.
 * @throws SchemaError for times before 2009 or more than a minute in the future
 */
export function pastMs(atMs: number, nowMs: number, path: string): number {
  if (atMs < EARLIEST_MS || atMs > nowMs + CLOCK_SKEW_MS)
    throw wrongValue(path, `a time between 2009 and now (${nowMs})`, atMs);
  return atMs;
}

/**
 * Time of the next funding; null for 0, which venues send where there is none.
 * @throws SchemaError for times before 2009 or more than a week ahead
 */
export function nextFundingMs(atMs: number | undefined, nowMs: number, path: string): number | null {
  if (atMs === undefined || atMs === 0) return null;
  if (atMs < EARLIEST_MS || atMs > nowMs + FUNDING_AHEAD_MS)
    throw wrongValue(path, `a time of funding near now (${nowMs})`, atMs);
  return atMs;
}
