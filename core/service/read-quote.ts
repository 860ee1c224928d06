import { PRICE_TOLERANCE, whoAgrees } from '../market/agreement.ts';
import { median } from '../market/quantile.ts';
import { BAR_INTERVAL_S } from '../market/bars.ts';
import type { Quote } from '../market/quote.ts';
import type { VenueId } from '../market/venue-id.ts';
import { closeAt } from '../ledger/last-close.ts';
import type { DatabaseKey, DatabasePort } from '../ledger/ports.ts';
import type { SourceRow } from '../ledger/tables/sources.ts';
import { FRESH_CLOSE_MS } from '../report/venue-facts.ts';
import { buildQuote, type QuoteInput, type ToldTicker } from '../report/build-quote.ts';
import { DAY_MS, MINUTE_MS } from '../market/time.ts';

/** What was set aside in the last reports still is; they come each minute at least. */
const ASIDE_MS = 2 * MINUTE_MS;

/** What is known beside the stored rows. */
type Beside = Pick<QuoteInput, 'newer' | 'pageVenue' | 'nowMs'>;

/** The price of a day ago, until the next bar of that day has closed. */
interface DayAgo {
  readonly bar: number;
  readonly venues: string;
  readonly price: number;
}

/** What is stored of the price at some venues. */
interface StoredPrices {
  readonly polled: readonly ToldTicker[];
  /** Close of each one's last bar that is stored, and when that was; the close is null where it is not there. */
  readonly closes: readonly { readonly price: number | null; readonly atMs: number }[];
}

/** The quote of what is stored of a market at `venues`, and what was told since. Writes nothing. */
export type ReadQuote = (venues: readonly VenueId[], beside: Beside) => Promise<Quote>;

/**
 * Reads quotes one after the other: each two seconds, so that what nobody has written to since is not looked up again. The bar
 * of a day ago is in no memory: it is read once while it is the same.
 */
export function createQuoteReader(database: DatabasePort, market: string): ReadQuote {
  let known: DayAgo | null = null;
  let held: { readonly rows: SourceRows; readonly venues: string; readonly stored: StoredPrices } | null =
    null;
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
  /** A bar is written together with the row of its source, and so are the rows of one market the same list until then. */
  const storedPrices = async (venues: readonly VenueId[]): Promise<StoredPrices> => {
    const rows = await database.list('sources', [market]);
    const names = venues.join(' ');
    if (held?.rows === rows && held.venues === names) return held.stored;
    const stored = await pricesOf(database, market, venues, rows);
    held = { rows, venues: names, stored };
    return stored;
  };
  return async (venues, { newer, pageVenue, nowMs }) => {
    const dayAgoPrice = await dayAgo(venues, nowMs);
    const { polled, closes } = await storedPrices(venues);
    const before = polled.find(({ venue }) => venue === newer?.venue);
    const aside = (await database.get('aside', [market]))?.log ?? [];
    return buildQuote({
      market,
      polled,
      newer: newer !== null && newer.atMs > (before?.atMs ?? 0) ? newer : null,
      pageVenue,
      past: agreedPrice(closes.map(({ price, atMs }) => (nowMs - atMs > FRESH_CLOSE_MS ? null : price))),
      dayAgo: dayAgoPrice,
      isAside: (venue, quantity) =>
        aside.some(
          (one) => one.venue === venue && one.quantity === quantity && nowMs - one.untilMs <= ASIDE_MS,
        ),
      nowMs,
    });
  };
}

type SourceRows = readonly { readonly key: DatabaseKey; readonly value: SourceRow }[];

async function pricesOf(
  database: DatabasePort,
  market: string,
  venues: readonly VenueId[],
  rows: SourceRows,
): Promise<StoredPrices> {
  const rowOf = (venue: VenueId, kind: string): SourceRow | undefined =>
    rows.find(({ key }) => key[1] === venue && key[2] === kind)?.value;
  const polled = venues.flatMap((venue): readonly ToldTicker[] => {
    const { data, okAtMs = null } = rowOf(venue, 'ticker') ?? {};
    return data?.kind === 'ticker' && okAtMs !== null ? [{ venue, ticker: data.ticker, atMs: okAtMs }] : [];
  });
  const closes = venues.map(async (venue) => {
    const data = rowOf(venue, 'candles')?.data;
    const atMs = data?.kind === 'series' ? data.coverage.untilS * 1000 : -Infinity;
    return { atMs, price: data?.kind === 'series' ? await closeAt(database, market, venue, atMs) : null };
  });
  return { polled, closes: await Promise.all(closes) };
}

/** Median of the prices of one time that agree; null where none is known or believed. */
function agreedPrice(prices: readonly (number | null)[]): number | null {
  const figures = prices.map((one) => one ?? NaN);
  const bits = whoAgrees(figures, figures.length, PRICE_TOLERANCE, NaN);
  const believed = figures.filter((_, index) => (bits & (1 << index)) !== 0);
  return believed.length === 0 ? null : median(believed);
}
