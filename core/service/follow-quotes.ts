import { marketId } from '../market/asset.ts';
import type { Instrument } from '../market/instrument.ts';
import { instrumentOf } from '../market/instrument-of.ts';
import type { PageMarket } from '../market/page-market.ts';
import type { Quote } from '../market/quote.ts';
import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import type { Ports } from '../ledger/ports.ts';
import type { SourceFault } from '../ledger/tables/fault.ts';
import type { ToldTicker } from '../report/build-quote.ts';
import { askForMark } from '../sources/ask-mark.ts';
import { faultAfter, isWaiting } from '../sources/back-off.ts';
import { storedInstruments } from '../sources/kinds/instruments.ts';
import type { Venue } from '../venues/venue.ts';
import { contractOfPage } from './identify-page.ts';
import type { Surroundings } from './look-up-page.ts';
import { readQuote } from './read-quote.ts';

/** One venue is asked for its price this often while somebody looks at it. */
const QUOTE_PERIOD_MS = 5_000;

/** Tells one view. */
type Tell = (quote: Quote) => void;

/** Tells `page`'s quotes from now on, until what it returns is called. */
export type FollowQuotes = (page: PageMarket, tell: Tell) => () => void;

interface QuoteSurroundings extends Surroundings {
  /** Markets that are watched now: for others no venue is asked. */
  readonly watched: () => Promise<readonly string[]>;
}

/**
 * Quotes for the views that are open now. Views of one market and venue share a feed, and all of it is memory: a worker
 * that dies takes the views' lines with it, and they open others.
 */
export function createQuoteFeeds(surroundings: QuoteSurroundings): FollowQuotes {
  const feeds = new Map<string, Feed>();
  return (page, tell) => {
    for (const [key, feed] of feeds) if (feed.isOver()) feeds.delete(key);
    const key = `${marketId(page)} ${contractOfPage(page)?.venue}`;
    const feed = feeds.get(key) ?? createFeed(surroundings, page);
    feeds.set(key, feed);
    return feed.add(tell);
  };
}

interface Feed {
  readonly add: (tell: Tell) => () => void;
  /** Nobody looks, and the next one to look need not wait for anything. */
  readonly isOver: () => boolean;
}

/** One market seen from one venue: ask, read, tell, and again while there are views. */
function createFeed(surroundings: QuoteSurroundings, page: PageMarket): Feed {
  const { ports, gate, venues, watched } = surroundings;
  const { clock, database, storage } = ports;
  const market = marketId(page);
  const pageVenue = contractOfPage(page)?.venue ?? null;
  const views = new Set<Tell>();
  let newer: ToldTicker | null = null;
  let fault: SourceFault | null = null;
  let last: Quote | null = null;
  let startedMs = -Infinity;
  let isRunning = false;
  let stopWaiting: (() => void) | null = null;

  const ask = async (chosen: readonly VenueId[]): Promise<void> => {
    const found = await firstToList(ports, market, preferred(pageVenue, chosen));
    if (found === null) return;
    const venue: Venue = venues[found.venue];
    const nowMs = clock.nowMs();
    const polled = await database.get('sources', [market, venue.id, 'ticker']);
    // The poll asks for the same, and knows what became of it.
    const sinceMs = Math.abs(nowMs - (polled?.okAtMs ?? -Infinity));
    if (sinceMs < QUOTE_PERIOD_MS) {
      startedMs -= sinceMs;
      return;
    }
    if ([polled?.failure, fault].some((one) => one != null && isWaiting(one, nowMs))) return;
    try {
      const asked = await askForMark({ gate, clock }, venue, found.instrument);
      if (asked.kind !== 'answer') return;
      newer = { venue: venue.id, ticker: asked.value, atMs: clock.nowMs() };
      fault = null;
    } catch (error) {
      fault = faultAfter(error, fault, `${market}:${venue.id}:quote`, clock.nowMs());
    }
  };

  const round = async (): Promise<void> => {
    const { venues: chosen } = await storage.readSettings();
    if (!(await watched()).includes(market)) return;
    await ask(chosen);
    const next = await readQuote(database, chosen, { market, newer, pageVenue, nowMs: clock.nowMs() });
    if (JSON.stringify(next) === JSON.stringify(last)) return;
    last = next;
    for (const tell of views) tell(next);
  };

  const waitMs = (): number => {
    const sinceMs = clock.deviceMs() - startedMs;
    // Less than nothing has passed on a clock that was set back.
    return sinceMs < 0 ? 0 : Math.max(0, QUOTE_PERIOD_MS - sinceMs);
  };

  const plan = (): void => {
    if (views.size === 0 || isRunning || stopWaiting !== null) return;
    stopWaiting = clock.later(waitMs(), () => void run());
  };

  const run = async (): Promise<void> => {
    stopWaiting = null;
    isRunning = true;
    startedMs = clock.deviceMs();
    try {
      await round();
    } catch {
      // What fails here fails in the poll too, which says so.
    }
    isRunning = false;
    plan();
  };

  return {
    add: (tell) => {
      views.add(tell);
      if (last !== null) tell(last);
      plan();
      return () => {
        views.delete(tell);
        if (views.size > 0) return;
        stopWaiting?.();
        stopWaiting = null;
      };
    },
    isOver: () => views.size === 0 && !isRunning && waitMs() === 0,
  };
}

/** The page's own venue, where it is polled, before the others. */
const preferred = (own: VenueId | null, chosen: readonly VenueId[]): readonly VenueId[] => {
  const polled = VENUE_IDS.filter((id) => chosen.includes(id));
  return own !== null && polled.includes(own) ? [own, ...polled.filter((id) => id !== own)] : polled;
};

async function firstToList(
  { database }: Ports,
  market: string,
  ids: readonly VenueId[],
): Promise<{ readonly venue: VenueId; readonly instrument: Instrument } | null> {
  for (const venue of ids) {
    const listed = await storedInstruments(database, venue);
    const instrument = listed === null ? null : instrumentOf(market, listed);
    if (instrument !== null) return { venue, instrument };
  }
  return null;
}
