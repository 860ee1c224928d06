import { openDB, type IDBPDatabase } from 'idb';

import { RowsGoneError, StorageError } from '../market/errors.ts';
import type { DatabaseChange, DatabaseKey, DatabasePort, UnreadableRow } from '../ledger/ports.ts';
import { readRow, STORE_NAMES, type StoreName, type Stores } from '../ledger/tables/list.ts';
import { gatherWrites } from './gather-writes.ts';
import { DATABASE_VERSION, upgradeDatabase } from './upgrade-database.ts';

const DATABASE_NAME = 'plimsoll';

/** Opens the browser's database in today's form. @param onClosed the browser took it away */
export const openIndexedRows = async (onClosed: () => void): Promise<IDBPDatabase> =>
  openDB(DATABASE_NAME, DATABASE_VERSION, {
    upgrade: (database, oldVersion, _newVersion, transaction) => {
      upgradeDatabase(database, oldVersion, transaction).catch(() => abort(transaction));
    },
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });

/**
 * The rows of an open database.
 * @param onUnreadable a row was met that cannot be what it should be
 * @throws RowsGoneError from each call where the database cannot be read any more
 */
export function indexedRows(
  database: IDBPDatabase,
  onUnreadable: (row: UnreadableRow) => void,
): Pick<DatabasePort, 'get' | 'list' | 'keys' | 'commit'> {
  const checked = <S extends StoreName>(store: S, key: DatabaseKey, value: unknown): Stores[S] | null => {
    if (value === undefined) return null;
    const row = readRow(store, value);
    if (row === null) onUnreadable({ store, key });
    return row;
  };
  return {
    get: (store, key) => reading(async () => checked(store, key, await database.get(store, [...key]))),
    list: (store, prefix) =>
      reading(async () => {
        const rows = database.transaction(store).store;
        const range = startingWith(prefix);
        const [keys, values] = await Promise.all([rows.getAllKeys(range), rows.getAll(range)]);
        return (keys as unknown as DatabaseKey[]).flatMap((key, index) => {
          const value = checked(store, key, values[index]);
          return value === null ? [] : [{ key, value }];
        });
      }),
    keys: (store, prefix) =>
      reading(
        async () => (await database.getAllKeys(store, startingWith(prefix))) as unknown as DatabaseKey[],
      ),
    commit: gatherWrites(async (changes: readonly DatabaseChange[]) => {
      const names = STORE_NAMES.filter((name) => changes.some((change) => change.store === name));
      if (names.length === 0) return;
      // Not the transaction itself: awaiting one waits for its end.
      const { transaction } = await reading(async () => ({
        transaction: database.transaction(names, 'readwrite', { durability: 'relaxed' }),
      }));
      try {
        for (const { store, key, value } of changes) {
          const rows = transaction.objectStore(store);
          // A request that fails ends the transaction, which says so.
          (value === null ? rows.delete([...key]) : rows.put(value, [...key])).catch(() => null);
        }
        await transaction.done;
      } catch (error) {
        abort(transaction);
        throw new StorageError('the database refused a write', { cause: error });
      }
    }),
  };
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new RowsGoneError('the database could not be read', { cause: error });
  }
}

/** A transaction that failed by itself is over already. */
function abort(transaction: { readonly abort: () => void; readonly done: Promise<void> }): void {
  transaction.done.catch(() => null);
  try {
    transaction.abort();
  } catch {
    // Over already.
  }
}

/** Keys that start with `prefix`; an empty array sorts after every text and number. */
const startingWith = (prefix: DatabaseKey): IDBKeyRange => IDBKeyRange.bound([...prefix], [...prefix, []]);
