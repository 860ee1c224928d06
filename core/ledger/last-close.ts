import { BAR_INTERVAL_S } from '../market/bars.ts';
import type { VenueId } from '../market/venue-id.ts';
import { CHUNK_ROWS } from './tables/chunks.ts';
import type { DatabasePort } from './ports.ts';

/** Close of the last five-minute bar that is stored of a venue; null unless it closed at most `oldestMs` ago. */
export async function lastClose(
  database: DatabasePort,
  market: string,
  venue: VenueId,
  nowMs: number,
  oldestMs: number,
): Promise<number | null> {
  const source = await database.get('sources', [market, venue, 'candles']);
  if (source?.data?.kind !== 'series') return null;
  const untilMs = source.data.coverage.untilS * 1000;
  return nowMs - untilMs > oldestMs ? null : closeAt(database, market, venue, untilMs);
}

/** Close of the five-minute bar that had just closed at `atMs`; null where it is not stored. */
export async function closeAt(
  database: DatabasePort,
  market: string,
  venue: VenueId,
  atMs: number,
): Promise<number | null> {
  const row = Math.floor(atMs / 1000 / BAR_INTERVAL_S) - 1;
  const chunk = await database.get('chunks', [market, venue, 'candles', Math.floor(row / CHUNK_ROWS)]);
  const close = chunk?.columns['close']?.[row % CHUNK_ROWS] ?? NaN;
  return close > 0 ? close : null;
}
