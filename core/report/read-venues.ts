import { lastClose } from '../ledger/last-close.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { SOURCE_KINDS, type SourceRow } from '../ledger/tables/sources.ts';
import type { Venue } from '../venues/venue.ts';
import { FRESH_CLOSE_MS } from './aside/believe-market.ts';
import { type VenueFacts, venueFacts, type VenueRows } from './market-facts.ts';

/** What is stored of the part of each of `venues` in `market`. */
export async function readVenues(
  database: DatabasePort,
  market: string,
  venues: readonly Venue[],
  nowMs: number,
): Promise<readonly VenueFacts[]> {
  const rows = await database.list('sources', [market]);
  return Promise.all(
    venues.map(async (venue) => {
      const stored: Partial<Record<(typeof SOURCE_KINDS)[number], SourceRow>> = {};
      const instruments = await database.get('sources', ['', venue.id, 'instruments']);
      if (instruments !== null) stored.instruments = instruments;
      for (const kind of SOURCE_KINDS) {
        const row = rows.find(({ key }) => key[1] === venue.id && key[2] === kind);
        if (row !== undefined) stored[kind] = row.value;
      }
      const askedAtMs = stored.ticker?.okAtMs ?? nowMs;
      const close = await lastClose(database, market, venue.id, askedAtMs, FRESH_CLOSE_MS);
      return venueFacts(venue, market, stored satisfies VenueRows, nowMs, close);
    }),
  );
}
