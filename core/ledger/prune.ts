import { CHUNK_KINDS, type ChunkFacts, chunkFacts } from './chunk-kinds.ts';
import { CHUNK_ROWS } from './tables/chunks.ts';
import { pastTickers } from './listed-tickers.ts';
import { pastRecords } from './record/retention.ts';
import type { DatabaseChange, DatabaseKey, DatabasePort, Ports } from './ports.ts';
import { lifeOf, STORE_NAMES, type StoreName } from './tables/list.ts';
import { windowsAt } from './windows.ts';
import { DAY_MS, DAY_S } from '../market/time.ts';

/** What can be loaded again of a market that nobody has watched for this long is dropped. */
const FORGET_AFTER_MS = 14 * DAY_MS;

/** So many of the markets that nobody watches keep it, about three megabytes each: a page may name one after the other. */
const MOST_LOADED = 30;

/** By then the record of a market that nobody watches is past its own age, and nothing of it is kept. */
const RECORD_KEPT_MS = 92 * DAY_MS;

/** Five-minute bars are kept a little longer than the map needs them. */
const KEPT_BEFORE_ORIGIN_S = 5 * DAY_S;

/**
 * Removes bars that no map needs any more, what can be loaded again of markets that nobody has watched for two weeks or that
 * are too many, and records that are past their age.
 * @throws StorageError
 */
export async function prune(ports: Ports, watched: readonly string[]): Promise<void> {
  const { database, storage, clock } = ports;
  const nowMs = clock.nowMs();
  const changes: DatabaseChange[] = [];
  const unwatched = await unwatchedMarkets(ports, watched);
  const forgotten = unwatched.filter(
    ({ watchedAtMs }, index) =>
      nowMs - watchedAtMs > FORGET_AFTER_MS || index < unwatched.length - MOST_LOADED,
  );
  for (const { market, watchedAtMs } of forgotten) {
    const isPastRecord = nowMs - watchedAtMs > RECORD_KEPT_MS;
    changes.push(...(await removalsOf(ports, market, isPastRecord ? () => true : isLoadable)));
  }
  for (const key of await database.keys('chunks', [])) {
    if (isPast(key, nowMs)) changes.push(removal('chunks', key));
  }
  changes.push(...(await pastRecords(database, nowMs)), ...(await pastTickers(database, nowMs)));
  await database.commit(changes);
  for (const { market } of forgotten) await storage.forgetMarket(market);
}

/**
 * Drops what can be loaded again of the market that was watched the longest ago and is not watched now; where there is
 * none, what was said of all markets at once.
 * @returns whether there was any
 * @throws StorageError
 */
export async function makeRoom(ports: Ports, watched: readonly string[]): Promise<boolean> {
  for (const { market } of await unwatchedMarkets(ports, watched))
    if (await forgetLoaded(ports, market)) return true;
  return dropTickers(ports.database);
}

/**
 * Drops what can be loaded again of the market that another one has just made one too many.
 * @throws StorageError
 */
export async function makeRoomForOne(ports: Ports, watched: readonly string[]): Promise<void> {
  const last = (await unwatchedMarkets(ports, watched)).at(-MOST_LOADED - 1);
  if (last !== undefined) await forgetLoaded(ports, last.market);
}

/** @returns whether there was any */
async function forgetLoaded(ports: Ports, market: string): Promise<boolean> {
  const changes = await removalsOf(ports, market, isLoadable);
  if (changes.length === 0) return false;
  await ports.database.commit(changes);
  await ports.storage.forgetMarket(market);
  return true;
}

/** What was said of all markets at once, which no map is made of. */
async function dropTickers(database: DatabasePort): Promise<boolean> {
  const keys = await database.keys('tickers', []);
  if (keys.length === 0) return false;
  await database.commit(keys.map((key) => removal('tickers', key)));
  return true;
}

/** Markets that nobody watches, the longest unwatched first. */
async function unwatchedMarkets(
  { database }: Ports,
  watched: readonly string[],
): Promise<readonly { readonly market: string; readonly watchedAtMs: number }[]> {
  const markets = await database.list('markets', []);
  return markets
    .map(({ key, value }) => ({ market: String(key[0]), watchedAtMs: value.watchedAtMs }))
    .filter(({ market }) => !watched.includes(market))
    .toSorted((a, b) => a.watchedAtMs - b.watchedAtMs);
}

const isLoadable = (store: StoreName, key: DatabaseKey): boolean => lifeOf(store, key) === 'loadable';

async function removalsOf(
  { database }: Ports,
  market: string,
  isWanted: (store: StoreName, key: DatabaseKey) => boolean,
): Promise<readonly DatabaseChange[]> {
  const removals: DatabaseChange[] = [];
  for (const store of STORE_NAMES) {
    const keys = await database.keys(store, [market]);
    removals.push(...keys.filter((key) => isWanted(store, key)).map((key) => removal(store, key)));
  }
  return removals;
}

const removal = (store: StoreName, key: DatabaseKey): DatabaseChange => ({ store, key, value: null });

/** Whether the rows of a chunk are older than the ledger keeps them; what nobody reads any more goes as bars do. */
function isPast([, , kind, index]: DatabaseKey, nowMs: number): boolean {
  const { intervalS, kept } = chunkFacts(kind) ?? CHUNK_KINDS.candles;
  return (Number(index) + 1) * CHUNK_ROWS * intervalS <= keptFrom(kept, nowMs);
}

/** Epoch seconds. */
function keptFrom(kept: ChunkFacts['kept'], nowMs: number): number {
  const { originS, burnInFromS } = windowsAt(nowMs);
  switch (kept) {
    case 'for-good':
      return -Infinity;
    case 'as-bars':
      return originS - KEPT_BEFORE_ORIGIN_S;
    case 'as-burn-in':
      return burnInFromS - KEPT_BEFORE_ORIGIN_S;
    default:
      return nowMs / 1000 - kept;
  }
}
