import { median, PRICE_TOLERANCE, whoAgrees } from '../market/agreement.ts';
import type { Quote } from '../market/quote.ts';
import type { VenueId } from '../market/venue-id.ts';
import { closeAt, lastClose } from '../ledger/last-close.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { FRESH_CLOSE_MS } from '../report/aside/believe-market.ts';
import { buildQuote, type QuoteInput, type ToldTicker } from '../report/build-quote.ts';
import { DAY_MS } from '../market/time.ts';

/** What was set aside in the last reports still is; they come each minute at least. */
const ASIDE_MS = 2 * 60_000;

/** What is known beside the stored rows. */
type Beside = Pick<QuoteInput, 'market' | 'newer' | 'pageVenue' | 'nowMs'>;

/** The quote of what is stored of a market at `venues`, and what was told since. Writes nothing. */
export async function readQuote(
  database: DatabasePort,
  venues: readonly VenueId[],
  { market, newer, pageVenue, nowMs }: Beside,
): Promise<Quote> {
  const rows = await Promise.all(venues.map((venue) => lastTold(database, market, venue)));
  const polled = rows.filter((one) => one !== null);
  const before = polled.find(({ venue }) => venue === newer?.venue);
  const aside = (await database.get('aside', [market]))?.log ?? [];
  const agreed = async (close: (venue: VenueId) => Promise<number | null>): Promise<number | null> =>
    agreedPrice(await Promise.all(venues.map(close)));
  return buildQuote({
    market,
    polled,
    newer: newer !== null && newer.atMs > (before?.atMs ?? 0) ? newer : null,
    pageVenue,
    past: await agreed((venue) => lastClose(database, market, venue, nowMs, FRESH_CLOSE_MS)),
    dayAgo: await agreed((venue) => closeAt(database, market, venue, nowMs - DAY_MS)),
    isAside: (venue, quantity) =>
      aside.some(
        (one) => one.venue === venue && one.quantity === quantity && nowMs - one.untilMs <= ASIDE_MS,
      ),
    nowMs,
  });
}

async function lastTold(database: DatabasePort, market: string, venue: VenueId): Promise<ToldTicker | null> {
  const row = await database.get('sources', [market, venue, 'ticker']);
  return row?.data?.kind === 'ticker' && row.okAtMs !== null
    ? { venue, ticker: row.data.ticker, atMs: row.okAtMs }
    : null;
}

/** Median of the prices of one time that agree; null where none is known or believed. */
function agreedPrice(prices: readonly (number | null)[]): number | null {
  const figures = prices.map((one) => one ?? NaN);
  const bits = whoAgrees(figures, figures.length, PRICE_TOLERANCE, NaN);
  const believed = figures.filter((_, index) => (bits & (1 << index)) !== 0);
  return believed.length === 0 ? null : median(believed);
}
