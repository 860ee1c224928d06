import * as v from 'valibot';
import { SchemaError } from '../market/errors.ts';
import { DAY_MS, DAY_S, MINUTE_MS } from '../market/time.ts';
import { readJsonText } from './answer-text.ts';

/** Bitcoin on the books of listed companies, as far as they are known, on one UTC day. */
export interface HoldingsDay {
  /** Midnight, epoch seconds. */
  readonly atS: number;
  readonly base: number;
  readonly companies: number;
}

/** No more coins can exist. */
const MOST_BASE = 21e6;
const RETRY_MS = MINUTE_MS;

/** Days that are kept: a month is compared, and a day may be missing. */
const KEPT_DAYS = 45;
const MONTH_DAYS = 30;

const answer = v.object({ total_holdings: v.number(), companies: v.array(v.unknown()) });

/**
 * Holdings of the day of the answer.
 * @throws SchemaError for any other shape or an impossible figure, RateLimitedError for a page of refusal
 * @see https://docs.coingecko.com/demo/reference/companies-public-treasury
 */
export function parseCoinGeckoHoldings(text: string, nowMs: number): HoldingsDay {
  const { total_holdings: base, companies } = readJsonText(answer, text, {
    root: 'coingecko',
    nowMs,
    retryMs: RETRY_MS,
  });
  if (!(base > 0 && base < MOST_BASE)) {
    throw new SchemaError('coingecko.total_holdings', `expected coins, got ${base}`);
  }
  if (companies.length === 0) throw new SchemaError('coingecko.companies', 'no companies');
  return { atS: Math.floor(nowMs / DAY_MS) * DAY_S, base, companies: companies.length };
}

/** The days known so far with the one that was told now; the source tells no past. */
export const withHoldings = (known: readonly HoldingsDay[], told: HoldingsDay): readonly HoldingsDay[] =>
  [...known.filter(({ atS }) => atS < told.atS && atS > told.atS - KEPT_DAYS * DAY_S), told].toSorted(
    (a, b) => a.atS - b.atS,
  );

/** Coins that came in the month before the last day; null until a month is known. */
export function monthChange(days: readonly HoldingsDay[]): number | null {
  const last = days.at(-1);
  if (last === undefined) return null;
  const before = days.findLast(({ atS }) => atS <= last.atS - MONTH_DAYS * DAY_S);
  return before === undefined ? null : last.base - before.base;
}
