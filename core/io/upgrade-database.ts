import type { IDBPDatabase, IDBPTransaction } from 'idb';

import { STORE_NAMES, type StoreName, tableOf } from '../ledger/tables/list.ts';
import type { Migration } from '../ledger/tables/table.ts';

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Before this version rows were of other shapes: what can be loaded again is, the record is kept. */
const FIRST_READABLE = 3;

/** Raised with every table that comes and every change of rows that are stored. */
export const DATABASE_VERSION = Math.max(
  ...STORE_NAMES.map(tableOf).flatMap(({ since = 0, migrations = [] }) => [
    since,
    ...migrations.map(({ version }) => version),
  ]),
);

/** Brings the stores of `oldVersion` (0: none yet) to today's. Only the database's own requests may be waited for. */
export async function upgradeDatabase(
  database: IDBPDatabase,
  oldVersion: number,
  transaction: Upgrade,
): Promise<void> {
  const isThere = (name: string): boolean => database.objectStoreNames.contains(name);
  for (const name of STORE_NAMES) {
    const { life, formerly } = tableOf(name);
    if (formerly !== undefined && isThere(formerly)) transaction.objectStore(formerly).name = name;
    if (oldVersion < FIRST_READABLE && life !== 'record' && isThere(name)) database.deleteObjectStore(name);
    if (!isThere(name)) database.createObjectStore(name);
  }
  if (oldVersion > 0) await Promise.all(STORE_NAMES.map((name) => migrate(transaction, name, oldVersion)));
}

async function migrate(transaction: Upgrade, name: StoreName, oldVersion: number): Promise<void> {
  for (const migration of tableOf(name).migrations ?? []) {
    if (migration.version > oldVersion) await apply(transaction, name, migration);
  }
}

async function apply(transaction: Upgrade, name: StoreName, migration: Migration): Promise<void> {
  const rows = transaction.objectStore(name);
  if ('isGone' in migration) {
    const keys = await rows.getAllKeys();
    const gone = keys.filter((key) => migration.isGone(key as unknown as (string | number)[]));
    await Promise.all(gone.map((key) => rows.delete(key)));
    return;
  }
  for (let cursor = await rows.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    await cursor.update(migration.change(cursor.value));
  }
}
