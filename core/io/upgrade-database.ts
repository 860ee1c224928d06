import type { IDBPDatabase, IDBPTransaction } from 'idb';

import { LIVES, STORE_NAMES, type Stores } from '../ledger/tables/list.ts';

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Before this version rows were of other shapes: what can be loaded again is, the record is kept. */
const FIRST_READABLE = 3;

/** Before this version Gate's open interest of the past was both sides added, its forced orders whole positions. */
const GATE_MENDED = 4;

/** Before this version two rows of `markets`, named by blanks, dated what is done now and then. */
const CHORES_APART = 6;

/** Stores that had another name before. */
const RENAMED: readonly (readonly [before: string, now: keyof Stores])[] = [['prints', 'forcedOrders']];

/** Brings the stores of `oldVersion` (0: none yet) to today's. Only the database's own requests may be waited for. */
export async function upgradeDatabase(
  database: IDBPDatabase,
  oldVersion: number,
  transaction: Upgrade,
): Promise<void> {
  for (const [before, now] of RENAMED) {
    if (database.objectStoreNames.contains(before)) transaction.objectStore(before).name = now;
  }
  if (oldVersion < FIRST_READABLE) {
    for (const name of database.objectStoreNames) {
      if (LIVES[name as keyof Stores] !== 'record') database.deleteObjectStore(name);
    }
  }
  for (const name of STORE_NAMES) {
    if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
  }
  if (oldVersion > 0 && oldVersion < GATE_MENDED) await forgetWrongGate(transaction);
  if (oldVersion > 0 && oldVersion < CHORES_APART)
    await remove(transaction, 'markets', ([market]) => String(market).trim() === '');
}

/** What was wrong of Gate, and what was made of it: the engine's state, daily peaks, samples that a fall is told from. */
async function forgetWrongGate(transaction: Upgrade): Promise<void> {
  await Promise.all([
    remove(transaction, 'chunks', ([, venue, kind]) => venue === 'gate' && kind === 'open-interest'),
    remove(transaction, 'chunks', ([, venue, kind]) => venue === 'all' && kind === 'peak'),
    remove(transaction, 'sources', ([, venue, kind]) => venue === 'gate' && kind === 'open-interest'),
    remove(transaction, 'forcedOrders', ([, venue]) => venue === 'gate'),
    remove(transaction, 'listening', ([, venue]) => venue === 'gate'),
    remove(transaction, 'engine', () => true),
    forgetSamples(transaction),
  ]);
}

async function remove(
  transaction: Upgrade,
  name: keyof Stores,
  isWrong: (key: readonly unknown[]) => boolean,
): Promise<void> {
  const rows = transaction.objectStore(name);
  const keys = await rows.getAllKeys();
  await Promise.all(keys.filter((key) => Array.isArray(key) && isWrong(key)).map((key) => rows.delete(key)));
}

async function forgetSamples(transaction: Upgrade): Promise<void> {
  const rows = transaction.objectStore('alerts');
  for (let cursor = await rows.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    const value = cursor.value as Partial<Stores['alerts']> | null;
    if (value?.state) await cursor.update({ ...value, state: { ...value.state, samples: [] } });
  }
}
