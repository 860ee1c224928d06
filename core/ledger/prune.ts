import { BAR_INTERVAL_S } from '../market/bars.ts';
import { CHUNK_ROWS } from './chunks.ts';
import { pastRecords } from './record/retention.ts';
import type { DatabaseChange, DatabaseKey, Ports } from './ports.ts';
import { STORE_NAMES, type StoreName } from './tables.ts';
import { windowsAt } from './windows.ts';

const DAY_MS = 86_400_000;

/** A market that nobody has watched for this long is forgotten. */
const FORGET_AFTER_MS = 14 * DAY_MS;

const HOUR_S = 3600;
const QUARTER_S = 900;

/** A year's days of forced orders can be compared. */
const FORCED_KEPT_S = 366 * 24 * HOUR_S;

/** Five-minute bars are kept a little longer than the map needs them. */
const KEPT_BEFORE_ORIGIN_S = (5 * DAY_MS) / 1000;

/**
 * Removes bars that no map needs any more, and all that is stored of markets that nobody watches: for two weeks, or
 * at all if `isTight`.
 * @throws StorageError
 */
export async function prune(ports: Ports, watched: readonly string[], isTight: boolean): Promise<void> {
  const { database, storage, clock } = ports;
  const nowMs = clock.nowMs();
  const markets = await database.list('markets', []);
  const forgotten = markets.flatMap(({ key, value }) => {
    const market = String(key[0]);
    const isOld = isTight || nowMs - value.watchedAtMs > FORGET_AFTER_MS;
    return isOld && !watched.includes(market) ? [market] : [];
  });
  const changes: DatabaseChange[] = [];
  for (const market of forgotten) {
    for (const store of STORE_NAMES) {
      for (const key of await database.keys(store, [market])) changes.push(removal(store, key));
    }
  }
  for (const key of await database.keys('chunks', [])) {
    if (isPast(key, nowMs)) changes.push(removal('chunks', key));
  }
  await database.commit([...changes, ...(await pastRecords(database, nowMs))]);
  for (const market of forgotten) await storage.forgetMarket(market);
}

const removal = (store: StoreName, key: DatabaseKey): DatabaseChange => ({ store, key, value: null });

function isPast([, , kind, index]: DatabaseKey, nowMs: number): boolean {
  const { originS, burnInFromS } = windowsAt(nowMs);
  const end = (intervalS: number): number => (Number(index) + 1) * CHUNK_ROWS * intervalS;
  switch (kind) {
    case 'daily':
    case 'peak':
      return false;
    case 'forced':
      return end(QUARTER_S) <= nowMs / 1000 - FORCED_KEPT_S;
    case 'burn-in':
    case 'depth':
      return end(HOUR_S) <= (kind === 'depth' ? originS : burnInFromS) - KEPT_BEFORE_ORIGIN_S;
    default:
      return end(BAR_INTERVAL_S) <= originS - KEPT_BEFORE_ORIGIN_S;
  }
}
