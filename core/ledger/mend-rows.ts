import { GOLD_MARKET } from '../market/gold.ts';
import { CHUNK_ROWS } from './tables/chunks.ts';
import { CHUNK_MS } from './tables/forced-orders.ts';
import { withoutStretch } from './forced-orders/listening.ts';
import type { DatabaseChange, DatabaseKey, DatabasePort, UnreadableRow } from './ports.ts';
import type { Coverage } from './tables/sources.ts';
import { lifeOf, type StoreName } from './tables/list.ts';
import { isSeriesKind, SERIES_INTERVAL_S } from './windows.ts';

/**
 * Rows of `market`, or of no market, that cannot be read and have to be made good for. What else of the record cannot be
 * read is absent and stays as it is.
 */
export const rowsToMend = (database: DatabasePort, market: string): readonly UnreadableRow[] =>
  database.unreadable().filter(({ store, key }) => {
    const isMended = store === 'chunks' || store === 'forcedOrders' || lifeOf(store, key) === 'loadable';
    return isMended && (OF_NO_MARKET.has(store) || [market, GOLD_MARKET, ''].includes(String(key[0])));
  });

const OF_NO_MARKET: ReadonlySet<StoreName> = new Set<StoreName>(['hosts', 'budgets', 'chores']);

/**
 * Removes rows of `market` that cannot be read, each in one transaction with what makes it be asked for again: a series no
 * longer counts as known there, an hour of forced orders not as listened to.
 * @returns whether there were any
 * @throws StorageError
 */
export async function mendRows(database: DatabasePort, market: string): Promise<boolean> {
  const lost = rowsToMend(database, market);
  for (const row of lost) {
    const removal = { ...row, value: null } as DatabaseChange;
    await database.commit([removal, ...(await consequences(database, row))]);
  }
  return lost.length > 0;
}

async function consequences(
  database: DatabasePort,
  { store, key }: UnreadableRow,
): Promise<readonly DatabaseChange[]> {
  if (store === 'chunks') return askAgain(database, key);
  if (store !== 'forcedOrders') return [];
  const [market, venue, hour] = key;
  const listeningKey = [String(market), String(venue)];
  const heard = await database.get('listening', listeningKey);
  if (heard === null) return [];
  const hole = { fromMs: Number(hour) * CHUNK_MS, untilMs: (Number(hour) + 1) * CHUNK_MS };
  const value = { stretches: withoutStretch(heard.stretches, hole), revision: heard.revision + 1 };
  return [{ store: 'listening', key: listeningKey, value }];
}

async function askAgain(database: DatabasePort, key: DatabaseKey): Promise<readonly DatabaseChange[]> {
  const [market, venue, kind, index] = key;
  if (!isSeriesKind(kind)) return [];
  const sourceKey = [String(market), String(venue), kind];
  const source = await database.get('sources', sourceKey);
  if (source?.data?.kind !== 'series') return [];
  const lengthS = CHUNK_ROWS * SERIES_INTERVAL_S[kind];
  const coverage = coverageWithout(source.data.coverage, Number(index) * lengthS, lengthS);
  const data = coverage === null ? null : ({ kind: 'series', coverage } as const);
  return [{ store: 'sources', key: sourceKey, value: { ...source, okAtMs: null, data } }];
}

/** The newest part of `coverage` that holds nothing of the chunk at `fromS`; null where nothing is left. */
function coverageWithout(coverage: Coverage, fromS: number, lengthS: number): Coverage | null {
  const untilS = fromS + lengthS;
  const revision = coverage.revision + 1;
  if (fromS >= coverage.untilS || untilS <= coverage.fromS) return coverage;
  if (untilS < coverage.untilS) return { ...coverage, fromS: untilS, exhausted: false, revision };
  return fromS > coverage.fromS ? { ...coverage, untilS: fromS, revision } : null;
}
