import { marketId } from '../market/asset.ts';
import type { Instrument } from '../market/instrument.ts';
import type { Ticker } from '../market/observations.ts';
import type { PageMarket } from '../market/page-market.ts';
import type { Quote } from '../market/quote.ts';
import type { VenueId } from '../market/venue-id.ts';
import { venuesOnPages } from '../ledger/leases.ts';
import type { Settings } from '../ledger/settings/settings.ts';
import { socketVenues } from '../ledger/socket-consent.ts';
import type { SourceFault } from '../ledger/tables/fault.ts';
import type { ToldTicker } from '../report/build-quote.ts';
import { askForMark } from '../sources/ask-mark.ts';
import { faultAfter, isWaiting } from '../sources/back-off.ts';
import type { Connection } from '../sources/streams/connection.ts';
import { createMarkLine } from '../sources/streams/mark-line.ts';
import { atChosenHost } from '../venues/regional-hosts.ts';
import type { Venue } from '../venues/venue.ts';
import { contractOfPage } from './identify-page.ts';
import type { Surroundings } from './look-up-page.ts';
import { quotedContract } from './quoted-contract.ts';
import { createQuoteReader } from './read-quote.ts';

/** One venue is asked for its price this often while somebody looks at it. */
const PERIOD_MS = 5_000;

/** What comes faster over a line is told this often. */
const GAP_MS = 2_000;

/** Tells one view. */
export type Tell = (quote: Quote) => void;

export interface QuoteSurroundings extends Surroundings {
  /** Markets that are watched now: for others no venue is asked. */
  readonly watched: () => Promise<readonly string[]>;
}

export interface QuoteFeed {
  readonly add: (tell: Tell) => () => void;
  /** Nobody looks, and the next one to look need not wait for anything. */
  readonly isOver: () => boolean;
}

/**
 * One market seen from one venue, for as long as there are views: each round listens or asks, reads and tells.
 *
 *     round, each 5 s -> line open and telling? -> nothing is asked
 *                    \-> else one request       -> read -> tell
 *     frame of the line -> each 2 s the newest  -> read -> tell
 */
export function createQuoteFeed(surroundings: QuoteSurroundings, page: PageMarket): QuoteFeed {
  const { ports, gate, venues, watched } = surroundings;
  const { clock, database, storage, sockets } = ports;
  const market = marketId(page);
  const pageVenue = contractOfPage(page)?.venue ?? null;
  const readQuote = createQuoteReader(database, market);
  const views = new Set<Tell>();
  let chosen: readonly VenueId[] = [];
  let newer: ToldTicker | null = null;
  /** The last frame of the line: some venues send ten a second, of which most need not be read. */
  let unread: {
    readonly read: () => Ticker | null;
    readonly atMs: number;
    readonly deviceMs: number;
  } | null = null;
  let fault: SourceFault | null = null;
  let last: Quote | null = null;
  let line: { readonly url: string; readonly connection: Connection } | null = null;
  /** By the device's clock: when the line told a price, when a quote was told, when a round began. */
  let heardMs = -Infinity;
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

  const readSoon = (venue: VenueId): void => {
    if (views.size === 0) return;
    stopTelling ??= clock.later(untilMs(toldMs, GAP_MS), () => {
      stopTelling = null;
      const frame = unread;
      unread = null;
      const ticker = frame === null ? null : frame.read();
      if (frame === null || ticker === null) return;
      newer = { venue, ticker, atMs: frame.atMs };
      heardMs = frame.deviceMs;
      tell().catch(() => null);
    });
  };

  /** Milliseconds until `periodMs` after `sinceMs` are over; none where the clock was set back since. */
  const untilMs = (sinceMs: number, periodMs: number): number => {
    const passedMs = clock.deviceMs() - sinceMs;
    return passedMs < 0 ? 0 : Math.max(0, periodMs - passedMs);
  };

  const shut = (): void => {
    line?.connection.close();
    line = null;
    unread = null;
  };

  /** Opens, keeps or shuts the line, by whether the user lets sockets to that venue be open now. */
  const listen = async (settings: Settings, venue: Venue, instrument: Instrument): Promise<void> => {
    const open = socketVenues(settings, venuesOnPages(await storage.readLeases(), clock.deviceMs()));
    const offered = open.includes(venue.id) ? venue.markPriceStream?.(instrument) : null;
    if (offered == null || views.size === 0) return shut();
    const stream = { ...offered, url: atChosenHost(offered.url, venue.id, settings.hosts) };
    if (line !== null && line.url !== stream.url) shut();
    const onFrame = (read: () => Ticker | null): void => {
      unread = { read, atMs: clock.nowMs(), deviceMs: clock.deviceMs() };
      readSoon(venue.id);
    };
    line ??= { url: stream.url, connection: createMarkLine({ sockets, clock, stream, onFrame }) };
    line.connection.tick();
  };

  const ask = async (venue: Venue, instrument: Instrument): Promise<void> => {
    const nowMs = clock.nowMs();
    const polled = await database.get('sources', [market, venue.id, 'ticker']);
    // The poll asks for the same, and knows what became of it.
    const sinceMs = Math.abs(nowMs - (polled?.okAtMs ?? -Infinity));
    if (sinceMs < PERIOD_MS) {
      startedMs -= sinceMs;
      return;
    }
    if ([polled?.failure, fault].some((one) => one != null && isWaiting(one, nowMs))) return;
    try {
      const asked = await askForMark({ gate, clock }, venue, instrument);
      if (asked.kind !== 'answer') return;
      newer = { venue: venue.id, ticker: asked.value, atMs: clock.nowMs() };
      fault = null;
    } catch (error) {
      fault = faultAfter(error, fault, `${market}:${venue.id}:quote`, clock.nowMs());
    }
  };

  const round = async (): Promise<void> => {
    const settings = await storage.readSettings();
    chosen = settings.venues;
    const isWatched = (await watched()).includes(market);
    const contract = isWatched ? await quotedContract(database, market, pageVenue, chosen) : null;
    if (contract === null) return shut();
    const venue = venues[contract.venue];
    await listen(settings, venue, contract);
    // What the line says is told as it comes.
    if (untilMs(heardMs, PERIOD_MS) > 0) return;
    await ask(venue, contract);
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
    shut();
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
