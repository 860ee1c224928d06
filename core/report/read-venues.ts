import { lastClose } from '../ledger/last-close.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import type { SourceStatus } from '../market/market-report.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { Venue } from '../venues/venue.ts';
import { FRESH_CLOSE_MS } from './aside/believe-market.ts';
import { type VenueFacts, venueFacts, type VenueRows } from './market-facts.ts';

/** What is told of the sources of one venue in a market, of their rows by kind. */
export type StatusesOf = (
  venue: VenueId,
  market: string,
  stored: VenueRows,
  nowMs: number,
) => readonly SourceStatus[];

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
      const listed = await database.get('sources', ['', venue.id, 'instruments']);
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
