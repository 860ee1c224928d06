import { marketId } from '../market/asset.ts';
import type { PageMarket } from '../market/page-market.ts';
import type { Quote } from '../market/quote.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { ToldTicker } from '../report/build-quote.ts';
import { createQuoteQuestion } from './ask-quote.ts';
import { contractOfPage } from './identify-page.ts';
import { createQuoteLine } from './quote-line.ts';
import { quotedContract } from './quoted-contract.ts';
import { createQuoteReader } from './read-quote.ts';
import type { WatchSurroundings } from './surroundings.ts';

/** One venue is asked for its price this often while somebody looks at it. */
const PERIOD_MS = 5_000;

/** What comes faster over a line is told this often. */
const GAP_MS = 2_000;

/** Tells one view. */
export type Tell = (quote: Quote) => void;

/** The quotes of one market seen from one venue, for the views that look at it. */
export interface QuoteFeed {
  /** Tells a view from now on, and at once what was told last; the answer ends it. */
  readonly add: (tell: Tell) => () => void;
  /** Nobody looks, and the next one to look need not wait for anything. */
  readonly isOver: () => boolean;
}

/**
 * One market seen from one venue, for as long as there are views: each round listens or asks, reads and tells. Of a market
 * that is not watched no venue is asked.
 *
 *     round, each 5 s -> line open and telling? -> nothing is asked
 *                    \-> else one request       -> read -> tell
 *     frame of the line -> each 2 s the newest  -> read -> tell
 */
export function createQuoteFeed(surroundings: WatchSurroundings, page: PageMarket): QuoteFeed {
  const { ports, venues, watched } = surroundings;
  const { clock, database, storage } = ports;
  const market = marketId(page);
  const pageVenue = contractOfPage(page)?.venue ?? null;
  const readQuote = createQuoteReader(database, market);
  const ask = createQuoteQuestion(surroundings, market, PERIOD_MS);
  const views = new Set<Tell>();
  const line = createQuoteLine({ ports, isWanted: () => views.size > 0, onFrame: () => readSoon() });
  let chosen: readonly VenueId[] = [];
  let newer: ToldTicker | null = null;
  let last: Quote | null = null;
  /** By the device's clock: when a quote was told, when a round began. */
  let toldMs = -Infinity;
  let startedMs = -Infinity;
  let isRunning = false;
  let stopWaiting: (() => void) | null = null;
  let stopTelling: (() => void) | null = null;

  const tell = async (): Promise<void> => {
    toldMs = clock.deviceMs();
    const next = await readQuote(chosen, { newer, pageVenue, nowMs: clock.nowMs() });
    if (JSON.stringify(next) === JSON.stringify(last)) return;
    last = next;
    for (const one of views) one(next);
  };

  const readSoon = (): void => {
    if (views.size === 0) return;
    stopTelling ??= clock.later(untilMs(toldMs, GAP_MS), () => {
      stopTelling = null;
      const told = line.take();
      if (told === null) return;
      newer = told;
      tell().catch(() => null);
    });
  };

  /** Milliseconds until `periodMs` after `sinceMs` are over; none where the clock was set back since. */
  const untilMs = (sinceMs: number, periodMs: number): number => {
    const passedMs = clock.deviceMs() - sinceMs;
    return passedMs < 0 ? 0 : Math.max(0, periodMs - passedMs);
  };

  const round = async (): Promise<void> => {
    const settings = await storage.readSettings();
    chosen = settings.venues;
    const isWatched = (await watched()).includes(market);
    const contract = isWatched ? await quotedContract(database, market, pageVenue, chosen) : null;
    if (contract === null) return line.shut();
    const venue = venues[contract.venue];
    await line.follow(settings, venue, contract);
    // What the line says is told as it comes.
    if (untilMs(line.heardMs(), PERIOD_MS) > 0) return;
    const asked = await ask(venue, contract);
    if (asked !== null && 'ticker' in asked) newer = asked;
    // The next round begins when what the poll was told has had its time.
    else if (asked !== null) startedMs -= asked.polledAgoMs;
    await tell();
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

  const plan = (): void => {
    if (views.size === 0) return rest();
    if (!isRunning) stopWaiting ??= clock.later(untilMs(startedMs, PERIOD_MS), () => void run());
  };

  const rest = (): void => {
    for (const stop of [stopWaiting, stopTelling]) stop?.();
    stopWaiting = null;
    stopTelling = null;
    line.shut();
  };

  return {
    add: (view) => {
      views.add(view);
      if (last !== null) view(last);
      plan();
      return () => {
        views.delete(view);
        plan();
      };
    },
    isOver: () => views.size === 0 && !isRunning && untilMs(startedMs, PERIOD_MS) === 0,
  };
}
