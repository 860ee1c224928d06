import { openDB, type IDBPDatabase } from 'idb';

import { StorageError } from '../market/errors.ts';
import type { DatabaseKey, DatabasePort } from '../ledger/ports.ts';
import { STORE_NAMES, type StoreName, type Stores } from '../ledger/tables.ts';
import { rowShapes } from './row-shapes.ts';
import { upgradeDatabase } from './upgrade-database.ts';

const DATABASE_NAME = 'plimsoll';

/** Raised with every change of what a row holds; {@link upgradeDatabase} says what becomes of the old rows. */
const DATABASE_VERSION = 6;

/**
 * The rows of the watch service in IndexedDB. Opened at first use, again after the browser closed it.
 * @param onClosed what was read before may not be there any more
 */
export function createDatabase(onClosed: () => void = () => {}): DatabasePort {
  let opened: Promise<IDBPDatabase> | null = null;
  const forget = (): void => {
    opened = null;
    onClosed();
  };
  const database = async (): Promise<IDBPDatabase> => {
    opened ??= open(forget);
    try {
      return await opened;
    } catch (error) {
      forget();
      throw new StorageError('the database could not be opened', { cause: error });
    }
  };
  const checked = <S extends StoreName>(store: S, value: unknown): Stores[S] | null =>
    rowShapes[store](value) ? (value as Stores[S]) : null;

  return {
    get: async (store, key) => checked(store, await (await database()).get(store, [...key])),
    list: async (store, prefix) => {
      const reading = (await database()).transaction(store).store;
      const range = startingWith(prefix);
      const [keys, values] = await Promise.all([reading.getAllKeys(range), reading.getAll(range)]);
      return keys.flatMap((key, index) => {
        const value = checked(store, values[index]);
        return value === null ? [] : [{ key: key as unknown as DatabaseKey, value }];
      });
    },
    keys: async (store, prefix) =>
      (await (await database()).getAllKeys(store, startingWith(prefix))) as unknown as DatabaseKey[],
    commit: async (changes) => {
      const names = STORE_NAMES.filter((name) => changes.some((change) => change.store === name));
      if (names.length === 0) return;
      const writing = (await database()).transaction(names, 'readwrite', { durability: 'relaxed' });
      try {
        for (const { store, key, value } of changes) {
          const rows = writing.objectStore(store);
          // A request that fails ends the transaction, which says so.
          (value === null ? rows.delete([...key]) : rows.put(value, [...key])).catch(() => null);
        }
        await writing.done;
      } catch (error) {
        abort(writing);
        throw new StorageError('the database refused a write', { cause: error });
      }
    },
  };
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

const open = (onClosed: () => void): Promise<IDBPDatabase> =>
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

/** Keys that start with `prefix`; an empty array sorts after every text and number. */
const startingWith = (prefix: DatabaseKey): IDBKeyRange => IDBKeyRange.bound([...prefix], [...prefix, []]);
