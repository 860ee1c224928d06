import { assetOfMarket, assetText } from '../market/asset.ts';
import type { SourceStatus } from '../market/market-report.ts';
import { VENUE_NAMES, type VenueId } from '../market/venue-id.ts';
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
export function statusOf(venue: VenueId, kind: SourceKind, record: SourceRow, nowMs: number): SourceStatus {
  const { failure, okAtMs } = record;
  const heardAtMs = lastHeardMs(kind, record);
  const isOld = heardAtMs === null || nowMs - heardAtMs > STALE_AFTER_MS[kind];
  if (failure !== null) {
    const { code, message } = failure;
    return { venue, kind, status: isOld ? 'failed' : 'stale', at: okAtMs, code, message };
  }
  const message = isOld ? ageText(heardAtMs, nowMs) : lateText(kind, record);
  return { venue, kind, status: message === null ? 'ok' : 'stale', at: okAtMs, code: null, message };
}

const ageText = (heardAtMs: number | null, nowMs: number): string =>
  heardAtMs === null
    ? 'has not answered yet'
    : `last value is ${Math.round((nowMs - heardAtMs) / MINUTE_MS)} minutes old`;

/** By how much a series comes late; null where it does not. */
function lateText(kind: SourceKind, { data }: SourceRow): string | null {
  const lateS = data?.kind === 'series' ? (data.coverage.lateS ?? 0) : 0;
  return lateS > (LATE_AFTER_S[kind] ?? Infinity)
    ? `the newest value came ${Math.round(lateS / 60)} minutes late`
    : null;
}

/** A venue that does not trade the coin. */
export const notListed = (venue: VenueId, market: string, atMs: number | null): SourceStatus => ({
  venue,
  kind: 'instruments',
  status: 'failed',
  at: atMs,
  code: 'not-listed',
  message: `${VENUE_NAMES[venue]} lists no perpetual of ${assetText(assetOfMarket(market))}`,
});

/** An answer to a question about bars is as old as its last bar, however lately it came. */
function lastHeardMs(kind: SourceKind, { data, okAtMs }: SourceRow): number | null {
  if (kind === 'burn-in' || data?.kind !== 'series') return okAtMs;
  return data.coverage.untilS * 1000;
}
