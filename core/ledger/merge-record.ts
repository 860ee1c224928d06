import { VENUE_IDS } from '../market/venue-id.ts';
import { addStretch, withoutStretch } from './forced-orders/listening.ts';
import { chunkOf, mergeOrders, ordersOf } from './forced-orders/order-chunks.ts';
import type { DatabaseChange, DatabaseKey, DatabasePort } from './ports.ts';
import type { AsideRow } from './tables/aside.ts';
import type { Chunk } from './tables/chunks.ts';
import type { OrderChunk } from './tables/forced-orders.ts';
import { lifeOf, STORE_NAMES, type StoreName, type Stores } from './tables/list.ts';
import type { ListeningRow } from './tables/listening.ts';

type Rows = Pick<DatabasePort, 'get' | 'list' | 'commit'>;

/**
 * Writes what was recorded in `memory` beside what `rows` has, in one transaction. May be repeated.
 * @throws StorageError
 */
export async function mergeRecord(memory: Pick<Rows, 'list'>, rows: Rows): Promise<void> {
  const changes: DatabaseChange[] = [];
  for (const store of STORE_NAMES) {
    for (const { key, value } of await memory.list(store, [])) {
      if (lifeOf(store, key) !== 'record') continue;
      const kept = await rows.get(store, key);
      const merge = MERGE[store] as Merge<unknown> | undefined;
      const merged = kept === null ? value : merge?.(kept, value, key);
      if (merged !== undefined) changes.push({ store, key, value: merged } as DatabaseChange);
    }
  }
  await rows.commit(changes);
}

/** One row of what `kept` and `heard` say of the same. */
type Merge<Row> = (kept: Row, heard: Row, key: DatabaseKey) => Row | undefined;

/** Of all other tables the row that is kept stands. */
const MERGE: { readonly [S in StoreName]?: Merge<Stores[S]> } = {
  forcedOrders: mergeHour,
  listening: mergeListening,
  chunks: fillChunk,
  aside: mergeLog,
};

function mergeHour(kept: OrderChunk, heard: OrderChunk, key: DatabaseKey): OrderChunk | undefined {
  const [market, hour] = [String(key[0]), Number(key[2])];
  const venue = VENUE_IDS.find((id) => id === key[1]);
  if (venue === undefined) return undefined;
  const orders = (chunk: OrderChunk) => ordersOf(chunk, venue, market, hour);
  return chunkOf(mergeOrders(orders(kept), orders(heard)));
}

function mergeListening(kept: ListeningRow, heard: ListeningRow): ListeningRow {
  const takenBack = (heard.takenBack ?? []).reduce(addStretch, kept.takenBack ?? []);
  const stretches = heard.stretches.reduce(addStretch, kept.stretches);
  return {
    ...kept,
    stretches: takenBack.reduce(withoutStretch, stretches),
    revision: kept.revision + heard.revision + 1,
    ...(takenBack.length === 0 ? {} : { takenBack }),
  };
}

/** What is kept stands; rows that it has nothing of are those that were heard. */
function fillChunk(kept: Chunk, heard: Chunk): Chunk {
  const filled = Object.entries(kept.columns).map(([name, column]) => {
    const other = heard.columns[name];
    return [name, column.map((value, slot) => (Number.isNaN(value) ? (other?.[slot] ?? NaN) : value))];
  });
  return { columns: { ...heard.columns, ...Object.fromEntries(filled) } };
}

function mergeLog(kept: AsideRow, heard: AsideRow): AsideRow {
  const isKnown = (one: AsideRow['log'][number]): boolean =>
    kept.log.some(
      ({ venue, quantity, fromMs }) =>
        venue === one.venue && quantity === one.quantity && fromMs === one.fromMs,
    );
  const log = [...kept.log, ...heard.log.filter((one) => !isKnown(one))];
  return { ...kept, log: log.toSorted((a, b) => a.foundMs - b.foundMs) };
}
