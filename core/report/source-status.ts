import type { SourceStatus } from '../market/market-report.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { SourceKind, SourceRow } from '../ledger/tables/sources.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Age of the last good answer from which a source no longer speaks of now. */
const STALE_AFTER_MS: Readonly<Record<SourceKind, number>> = {
  instruments: 3 * DAY_MS,
  ticker: 3 * MINUTE_MS,
  candles: 15 * MINUTE_MS,
  'open-interest': 20 * MINUTE_MS,
  'burn-in': 3 * DAY_MS,
  'account-ratio': 30 * MINUTE_MS,
  tiers: 3 * DAY_MS,
  daily: 2 * DAY_MS,
  depth: 10 * MINUTE_MS,
  'forced-orders': 30 * MINUTE_MS,
  positions: 30 * MINUTE_MS,
};

/** A venue whose newest row came this long after its close or later is called late; statistics take longer than bars. */
const LATE_AFTER_S: Readonly<Partial<Record<SourceKind, number>>> = { candles: 240, 'open-interest': 540 };

/** What views are told of one source: `stale` while its last answer is still of use, `failed` after that. */
export function statusOf(venue: VenueId, kind: SourceKind, row: SourceRow, nowMs: number): SourceStatus {
  const { failure, okAtMs } = row;
  const heardAtMs = lastHeardMs(kind, row);
  const isOld = heardAtMs === null || nowMs - heardAtMs > STALE_AFTER_MS[kind];
  if (failure !== null) {
    return { venue, kind, status: isOld ? 'failed' : 'stale', at: okAtMs, code: failure.code };
  }
  const status = isOld || isLate(kind, row) ? 'stale' : 'ok';
  return { venue, kind, status, at: okAtMs, code: null };
}

/** Whether the newest row of a series came late. */
function isLate(kind: SourceKind, { data }: SourceRow): boolean {
  const lateS = data?.kind === 'series' ? (data.coverage.lateS ?? 0) : 0;
  return lateS > (LATE_AFTER_S[kind] ?? Infinity);
}

/** A venue that does not trade the coin. */
export const notListed = (venue: VenueId, atMs: number | null): SourceStatus => ({
  venue,
  kind: 'instruments',
  status: 'failed',
  at: atMs,
  code: 'not-listed',
});

/** An answer to a question about bars is as old as its last bar, however lately it came. */
function lastHeardMs(kind: SourceKind, { data, okAtMs }: SourceRow): number | null {
  if (kind === 'burn-in' || data?.kind !== 'series') return okAtMs;
  return data.coverage.untilS * 1000;
}
