import { BARS_NEEDED } from '../market/bars.ts';
import type { Instrument } from '../market/instrument.ts';
import type { SourceStatus, WarmUp } from '../market/market-report.ts';
import type { AccountRatio, Depth, Ticker } from '../market/observations.ts';
import type { TierTable } from '../market/tiers.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { Venue } from '../venues/venue.ts';
import { loadedShare } from '../ledger/coverage.ts';
import { settledUntilS } from '../ledger/settled.ts';
import { lastClose } from '../ledger/last-close.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { instrumentOf } from '../market/instrument-of.ts';
import { MINUTE_MS } from '../market/time.ts';
import { ALL_MARKETS, type Coverage, type SourceRow } from '../ledger/tables/sources.ts';
import type { SeriesKind } from '../ledger/chunk-kinds.ts';
import { CANDLE_INTERVAL, wantOf } from '../ledger/windows.ts';

/** What is stored of one venue's part in a market. */
export interface VenueFacts {
  readonly venue: VenueId;
  readonly instrument: Instrument | null;
  /** Null where the venue never told a price that could be believed. */
  readonly ticker: Ticker | null;
  readonly tickerReceivedAtMs: number | null;
  readonly accountRatio: AccountRatio | null;
  readonly tiers: TierTable | null;
  readonly book: Depth | null;
  /** Close of the venue's own last bar; null without a recent one. */
  readonly lastClose: number | null;
  readonly coverage: Readonly<Partial<Record<SeriesKind, Coverage>>>;
  /** No bar that closed by then is expected to change, epoch seconds. */
  readonly settledS: number;
  readonly statuses: readonly SourceStatus[];
  /** Rows loaded of rows wanted. */
  readonly loaded: { readonly rows: number; readonly wantedRows: number; readonly isComplete: boolean };
}

/** By kind of source. */
export type VenueRows = Readonly<Record<string, SourceRow>>;

/** What is told of the sources of one venue in a market, of their rows by kind. */
export type StatusesOf = (
  venue: VenueId,
  market: string,
  stored: VenueRows,
  nowMs: number,
) => readonly SourceStatus[];

/** A bar that closed longer before a price does not speak against it. */
export const FRESH_CLOSE_MS = 30 * MINUTE_MS;

/** What bars are made of. */
const BAR_SERIES = ['candles', 'open-interest'] as const;
/** What the first load waits for. */
const LOADED_SERIES = [...BAR_SERIES, 'burn-in'] as const;
const SERIES: readonly SeriesKind[] = [...LOADED_SERIES, 'daily'];

/** A series counts as complete although its last bars are still to come. */
const COMPLETE_SHARE = 0.995;

/** What is stored of the part of each of `venues` in `market`. */
export async function readVenues(
  database: DatabasePort,
  market: string,
  venues: readonly Venue[],
  statusesOf: StatusesOf,
  nowMs: number,
): Promise<readonly VenueFacts[]> {
  const rows = await database.list('sources', [market]);
  return Promise.all(
    venues.map(async (venue) => {
      const listed = await database.get('sources', [ALL_MARKETS, venue.id, 'instruments']);
      const stored: VenueRows = Object.fromEntries([
        ...(listed === null ? [] : [['instruments', listed] as const]),
        ...rows
          .filter(({ key }) => key[1] === venue.id)
          .map(({ key, value }) => [String(key[2]), value] as const),
      ]);
      const statuses = statusesOf(venue.id, market, stored, nowMs);
      const askedAtMs = stored['ticker']?.okAtMs ?? nowMs;
      const close = await lastClose(database, market, venue.id, askedAtMs, FRESH_CLOSE_MS);
      return venueFacts(venue, market, stored, statuses, nowMs, close);
    }),
  );
}

/**
 * The same of rows that are read already.
 * @param lastClose of the venue's own last bar, USD; null without a recent one
 */
export function venueFacts(
  venue: Venue,
  market: string,
  stored: VenueRows,
  statuses: readonly SourceStatus[],
  nowMs: number,
  lastClose: number | null = null,
): VenueFacts {
  const { instruments, ticker, 'account-ratio': ratio, tiers, depth } = stored;
  const listed = instruments?.data;
  const instrument = listed?.kind === 'instruments' ? instrumentOf(market, listed.instruments) : null;
  const coverage = coverageOf(stored);
  return {
    venue: venue.id,
    instrument,
    ticker: ticker?.data?.kind === 'ticker' ? ticker.data.ticker : null,
    tickerReceivedAtMs: ticker?.okAtMs ?? null,
    accountRatio: ratio?.data?.kind === 'account-ratio' ? ratio.data.ratio : null,
    tiers: tiers?.data?.kind === 'tiers' ? tiers.data.tiers : null,
    book: depth?.data?.kind === 'depth' ? depth.data.book : null,
    lastClose,
    coverage,
    settledS: Math.min(...BAR_SERIES.map((kind) => settledUntilS(coverage[kind] ?? null, nowMs))),
    statuses,
    loaded: loadedOf(venue, stored, nowMs),
  };
}

function coverageOf(stored: VenueRows): Partial<Record<SeriesKind, Coverage>> {
  const coverage: Partial<Record<SeriesKind, Coverage>> = {};
  for (const kind of SERIES) {
    const data = stored[kind]?.data;
    if (data?.kind === 'series') coverage[kind] = data.coverage;
  }
  return coverage;
}

function loadedOf(venue: Venue, stored: VenueRows, nowMs: number): VenueFacts['loaded'] {
  const coverage = coverageOf(stored);
  let rows = 0;
  let wantedRows = 0;
  let isComplete = true;
  for (const kind of LOADED_SERIES) {
    const series =
      kind === 'open-interest' ? venue.openInterestHistory : venue.candles(CANDLE_INTERVAL[kind]);
    if (series === null) continue;
    const want = wantOf(kind, series, nowMs);
    const share = loadedShare(coverage[kind] ?? null, want);
    const wanted = Math.max(0, want.untilS - want.fromS) / want.intervalS;
    rows += share * wanted;
    wantedRows += wanted;
    isComplete &&= share >= COMPLETE_SHARE;
  }
  return { rows, wantedRows, isComplete };
}

/** How far the first load has come over the venues that answer; a venue that fails is not waited for. */
export function warmUpOf(facts: readonly VenueFacts[]): WarmUp {
  const listed = facts.filter(({ loaded, instrument }) => instrument !== null && loaded.wantedRows > 0);
  const answering = listed.filter(({ statuses }) => !statuses.some(isLoadFailing));
  const counted = answering.length > 0 ? answering : listed.filter(({ loaded }) => loaded.rows > 0);
  const sum = (of: (loaded: VenueFacts['loaded']) => number): number =>
    counted.reduce((total, { loaded }) => total + of(loaded), 0);
  const done = counted.length > 0 && counted.every(({ loaded }) => loaded.isComplete);
  const share = counted.length > 0 ? sum(({ rows }) => rows) / sum(({ wantedRows }) => wantedRows) : 0;
  return { barsLoaded: done ? BARS_NEEDED : Math.floor(share * BARS_NEEDED), barsNeeded: BARS_NEEDED, done };
}

const isLoadFailing = ({ kind, code }: SourceStatus): boolean =>
  code !== null && (kind === 'ticker' || LOADED_SERIES.some((series) => series === kind));
