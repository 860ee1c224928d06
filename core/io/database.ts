import type { IDBPDatabase } from 'idb';

import { RowsGoneError } from '../market/errors.ts';
import { MINUTE_MS } from '../market/time.ts';
import { mergeRecord } from '../ledger/merge-record.ts';
import { createMemoryDatabase } from '../ledger/memory-database.ts';
import type { DatabasePort, UnreadableRow } from '../ledger/ports.ts';
import { indexedRows, openIndexedRows } from './indexed-rows.ts';

/** A browser that has not opened the database by then is not waited for. */
const OPEN_WAIT_MS = 3_000;

/** While the database has not all of the record, the browser is asked for it, or for room, so often. */
const RETRY_MS = MINUTE_MS;

type Rows = Pick<DatabasePort, 'get' | 'list' | 'keys' | 'commit'>;

interface DatabaseOptions {
  /** The device's own time, epoch milliseconds. */
  readonly deviceMs: () => number;
  readonly openWaitMs?: number;
  /** The rows are no more those of before. */
  readonly onOtherRows?: () => void;
}

/**
 * The rows in IndexedDB; in memory where the browser does not give it, until it does and has taken what was recorded
 * meanwhile. Opened at first use, again after the browser closed it.
 */
export function createDatabase({
  deviceMs,
  openWaitMs = OPEN_WAIT_MS,
  onOtherRows = () => {},
}: DatabaseOptions): DatabasePort {
  const unreadable = new Map<string, UnreadableRow>();
  let opening: Promise<IDBPDatabase> | null = null;
  let current: Promise<Rows> | null = null;
  let inUse: Rows | null = null;
  /** What the database may not have of the record. */
  let memory: Rows | null = null;
  let retryAtMs = 0;
  let generation = 0;

  const takeOthers = (): void => {
    generation += 1;
    unreadable.clear();
    onOtherRows();
  };

  const forget = (): void => {
    opening = null;
    current = null;
    inUse = null;
    takeOthers();
  };

  const useMemory = (): Rows => {
    retryAtMs = deviceMs() + RETRY_MS;
    memory ??= createMemoryDatabase();
    return memory;
  };

  const open = async (): Promise<Rows> => {
    const asked = (opening ??= openIndexedRows(forget));
    const database = await within(asked, openWaitMs);
    if (database === 'late' || database === 'failed') {
      if (database === 'failed' && opening === asked) opening = null;
      return useMemory();
    }
    const rows = inUse ?? indexedRows(database, (row) => unreadable.set(idOf(row), row));
    if (memory !== null) {
      takeOthers();
      await moveRecord(memory, rows);
    }
    inUse = rows;
    return rows;
  };

  const moveRecord = async (from: Rows, to: Rows): Promise<void> => {
    try {
      await mergeRecord(from, to);
      memory = null;
    } catch {
      retryAtMs = deviceMs() + RETRY_MS;
    }
  };

  const now = (): Promise<Rows> => {
    if (memory !== null && deviceMs() >= retryAtMs) {
      retryAtMs = Infinity;
      current = null;
    }
    current ??= open();
    return current;
  };

  /** A database that cannot be read is not asked again until the next try. */
  const use = async <T>(work: (rows: Rows) => Promise<T>): Promise<T> => {
    const rows = await now();
    try {
      return await work(rows);
    } catch (error) {
      if (error instanceof RowsGoneError && rows === inUse) {
        void opening?.then((database) => database.close()).catch(() => null);
        forget();
        current = Promise.resolve(useMemory());
      }
      throw error;
    }
  };

  return {
    state: () => ({ generation, isLasting: memory === null || inUse !== null }),
    get: (store, key) => use((rows) => rows.get(store, key)),
    list: (store, prefix) => use((rows) => rows.list(store, prefix)),
    keys: (store, prefix) => use((rows) => rows.keys(store, prefix)),
    unreadable: () => [...unreadable.values()],
    commit: async (changes) => {
      const asked = generation;
      await now();
      // What was made of the rows before would overwrite those that have just taken their place.
      if (generation !== asked) throw new RowsGoneError('the rows are gone');
      await use((rows) => rows.commit(changes));
      for (const change of changes) if (change.value === null) unreadable.delete(idOf(change));
    },
  };
}

const idOf = ({ store, key }: UnreadableRow): string => JSON.stringify([store, ...key]);

async function within(
  opening: Promise<IDBPDatabase>,
  waitMs: number,
): Promise<IDBPDatabase | 'late' | 'failed'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), waitMs);
  });
  try {
    return await Promise.race([opening.catch(() => 'failed' as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
