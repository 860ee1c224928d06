import { GOLD_MARKET } from '../market/gold.ts';
import { withoutRows } from './coverage.ts';
import { CHUNK_ROWS } from './tables/chunks.ts';
import { CHUNK_MS } from './tables/forced-orders.ts';
import { withoutStretch } from './forced-orders/listening.ts';
import type { DatabaseChange, DatabaseKey, DatabasePort, UnreadableRow } from './ports.ts';
import { lifeOf, tableOf } from './tables/list.ts';
import { CHUNK_KINDS, isSeriesKind } from './chunk-kinds.ts';
import { ALL_MARKETS } from './tables/sources.ts';

/**
 * Rows of `market`, or of no market, that cannot be read and have to be made good for. What else of the record cannot be
 * read is absent and stays as it is.
 */
export const rowsToMend = (database: DatabasePort, market: string): readonly UnreadableRow[] =>
  database.unreadable().filter(({ store, key }) => {
    const isMended = store === 'chunks' || store === 'forcedOrders' || lifeOf(store, key) === 'loadable';
    return (
      isMended && (tableOf(store).isOfNoMarket || [market, GOLD_MARKET, ALL_MARKETS].includes(String(key[0])))
    );
  });

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

/**
 * Removes what was made here of other rows of `market`, so that it is made anew: the engine's state and the map's past.
 * @throws StorageError
 */
export async function dropMade(database: DatabasePort, market: string): Promise<void> {
  const days = await database.keys('mapColumns', [market]);
  await database.commit([
    { store: 'engine', key: [market], value: null },
    ...days.map((key) => ({ store: 'mapColumns' as const, key, value: null })),
  ]);
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
  const value = { ...heard, stretches: withoutStretch(heard.stretches, hole), revision: heard.revision + 1 };
  return [{ store: 'listening', key: listeningKey, value }];
}

async function askAgain(database: DatabasePort, key: DatabaseKey): Promise<readonly DatabaseChange[]> {
  const [market, venue, kind, index] = key;
  if (!isSeriesKind(kind)) return [];
  const sourceKey = [String(market), String(venue), kind];
  const source = await database.get('sources', sourceKey);
  if (source?.data?.kind !== 'series') return [];
  const lengthS = CHUNK_ROWS * CHUNK_KINDS[kind].intervalS;
  const fromS = Number(index) * lengthS;
  const coverage = withoutRows(source.data.coverage, fromS, fromS + lengthS);
  const data = { kind: 'series', coverage } as const;
  return [{ store: 'sources', key: sourceKey, value: { ...source, okAtMs: null, data } }];
}
