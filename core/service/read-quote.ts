import { median, PRICE_TOLERANCE, whoAgrees } from '../market/agreement.ts';
import { BAR_INTERVAL_S } from '../market/bars.ts';
import type { Quote } from '../market/quote.ts';
import type { VenueId } from '../market/venue-id.ts';
import { closeAt, lastClose } from '../ledger/last-close.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { FRESH_CLOSE_MS } from '../report/venue-facts.ts';
import { buildQuote, type QuoteInput, type ToldTicker } from '../report/build-quote.ts';
import { DAY_MS } from '../market/time.ts';

/** What was set aside in the last reports still is; they come each minute at least. */
const ASIDE_MS = 2 * 60_000;

/** What is known beside the stored rows. */
type Beside = Pick<QuoteInput, 'newer' | 'pageVenue' | 'nowMs'>;

/** The price of a day ago, until the next bar of that day has closed. */
interface DayAgo {
  readonly bar: number;
  readonly venues: string;
  readonly price: number;
}

/** The quote of what is stored of a market at `venues`, and what was told since. Writes nothing. */
export type ReadQuote = (venues: readonly VenueId[], beside: Beside) => Promise<Quote>;

/** Reads quotes one after the other. The bar of a day ago is in no memory: it is read once while it is the same. */
export function createQuoteReader(database: DatabasePort, market: string): ReadQuote {
  let known: DayAgo | null = null;
  const dayAgo = async (venues: readonly VenueId[], nowMs: number): Promise<number | null> => {
    const atMs = nowMs - DAY_MS;
    const bar = Math.floor(atMs / 1000 / BAR_INTERVAL_S);
    const names = venues.join(' ');
    if (known?.bar === bar && known.venues === names) return known.price;
    const price = agreedPrice(
      await Promise.all(venues.map((venue) => closeAt(database, market, venue, atMs))),
    );
    known = price === null ? null : { bar, venues: names, price };
    return price;
  };
  return async (venues, beside) =>
    quoteOf(database, venues, { ...beside, market, dayAgo: await dayAgo(venues, beside.nowMs) });
}

async function quoteOf(
  database: DatabasePort,
  venues: readonly VenueId[],
  { market, newer, pageVenue, dayAgo, nowMs }: Beside & Pick<QuoteInput, 'market' | 'dayAgo'>,
): Promise<Quote> {
  const rows = await Promise.all(venues.map((venue) => lastTold(database, market, venue)));
  const polled = rows.filter((one) => one !== null);
  const before = polled.find(({ venue }) => venue === newer?.venue);
  const aside = (await database.get('aside', [market]))?.log ?? [];
  const closes = venues.map((venue) => lastClose(database, market, venue, nowMs, FRESH_CLOSE_MS));
  return buildQuote({
    market,
    polled,
    newer: newer !== null && newer.atMs > (before?.atMs ?? 0) ? newer : null,
    pageVenue,
    past: agreedPrice(await Promise.all(closes)),
    dayAgo,
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
