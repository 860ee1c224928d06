import { chunkFacts } from './chunk-kinds.ts';
import type { DatabaseChange, DatabaseKey, DatabasePort } from './ports.ts';
import { type StoreName, tableOf } from './tables/list.ts';
import { ALL_MARKETS } from './tables/sources.ts';

const isRemembered = (store: StoreName): boolean => tableOf(store).isRemembered === true;

/** Whoever reads a month of bars or orders at once keeps it in another form. */
const isKeptElsewhere = (store: StoreName, prefix: DatabaseKey): boolean =>
  store === 'forcedOrders' || (store === 'chunks' && isHeld(prefix[2]));
const isHeld = (kind: unknown): boolean => chunkFacts(kind)?.isHeld === true;

/** Answers beyond these make room, the longest unread first: twenty markets at once need fewer. */
const MOST_ANSWERS = 2000;

/** What was written since a time. */
export interface ChunkNews {
  /** The time now, in writes. */
  readonly now: () => number;
  /** Indices of the chunks under `series` that were written after `time`; null where that is in doubt. */
  readonly since: (
    series: readonly [market: string, venue: string, kind: string],
    time: number,
  ) => readonly number[] | null;
  /** Whether a source told anything of `market` after `time` but that it is still so; true where that is in doubt. */
  readonly isTold: (market: string, time: number) => boolean;
}

/** Knows nothing: whoever holds chunks reads them again. */
export const IN_DOUBT: ChunkNews = { now: () => 0, since: () => null, isTold: () => true };

export interface RowMemory {
  readonly database: DatabasePort;
  readonly news: ChunkNews;
  /** Reads everything anew from now on. */
  readonly forget: () => void;
}

/**
 * `database`, which nobody else may write to, with a memory: what was read or written once is not read again. After a
 * failure everything is. Rows are shared by all who read them and must not be changed in place.
 */
export function rememberRows(database: DatabasePort): RowMemory {
  const answers = new Map<string, unknown>();
  /** By row, and by {@link scopeOf} for lists. */
  const writes = new Map<string, number>();
  const chunkWrites = new Map<string, Map<number, number>>();
  const tellings = new Map<string, number>();
  const newest = new Map<string, number>();
  let time = 0;
  let forgottenAt = 0;

  /** Of a month of bars the newest chunk is read and written again and again; the others are in the held bars already. */
  const isWorthKeeping = (store: StoreName, key: DatabaseKey): boolean => {
    if (store !== 'chunks' || !isHeld(key[2])) return true;
    const series = key.slice(0, -1);
    const [index, last] = [Number(key.at(-1)), newest.get(rowId(store, series)) ?? -Infinity];
    if (index < last) return false;
    if (index > last) answers.delete(rowId(store, [...series, last]));
    newest.set(rowId(store, series), index);
    return true;
  };

  const keep = (id: string, answer: unknown): void => {
    answers.delete(id);
    answers.set(id, answer);
    const [oldest] = answers.keys();
    if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest);
  };
  const forget = (): void => {
    answers.clear();
    writes.clear();
    chunkWrites.clear();
    forgottenAt = ++time;
  };
  /** An answer that a write may have overtaken is not kept. */
  const ask = async <T>(
    store: StoreName,
    key: DatabaseKey,
    { id, scope }: { readonly id: string; readonly scope: string },
    read: () => Promise<T>,
  ): Promise<T> => {
    if (answers.has(id)) {
      const known = answers.get(id) as T;
      keep(id, known);
      return known;
    }
    const askedAt = time;
    const answer = await read();
    if (forgottenAt <= askedAt && (writes.get(scope) ?? 0) <= askedAt && isWorthKeeping(store, key))
      keep(id, answer);
    return answer;
  };
  const take = (change: DatabaseChange): void => {
    const { store, key, value } = change;
    const id = rowId(store, key);
    if (isOfSource(change) && !isStillSo(store, answers.get(id), value)) tellings.set(marketOf(change), time);
    if (store === 'chunks') noteChunk(key);
    if (!isRemembered(store)) return;
    writes.set(scopeOf(store, key), time);
    writes.set(id, time);
    if (isWorthKeeping(store, key)) keep(id, value);
    else answers.delete(id);
    for (let length = 1; length < key.length; length++) {
      const listed = listId(store, key.slice(0, length));
      const list = answers.get(listed);
      if (list !== undefined) answers.set(listed, withRow(list as readonly Listed[], change));
    }
  };
  const noteChunk = (key: DatabaseKey): void => {
    const series = rowId('chunks', key.slice(0, -1));
    const written = chunkWrites.get(series) ?? new Map<number, number>();
    chunkWrites.set(series, written.set(Number(key.at(-1)), time));
  };

  return {
    forget,
    news: {
      isTold: (market, since) =>
        Math.max(forgottenAt, tellings.get(market) ?? 0, tellings.get(ALL_MARKETS) ?? 0) > since,
      now: () => time,
      since: (series, since) =>
        forgottenAt > since
          ? null
          : [...(chunkWrites.get(rowId('chunks', series)) ?? [])].flatMap(([index, at]) =>
              at > since ? [index] : [],
            ),
    },
    database: {
      state: database.state,
      unreadable: database.unreadable,
      keys: database.keys,
      get: (store, key) => {
        const read = () => database.get(store, key);
        const id = rowId(store, key);
        return isRemembered(store) ? ask(store, key, { id, scope: id }, read) : read();
      },
      list: (store, prefix) => {
        const read = () => database.list(store, prefix);
        return isRemembered(store) && prefix.length > 0 && !isKeptElsewhere(store, prefix)
          ? ask(store, prefix, { id: listId(store, prefix), scope: scopeOf(store, prefix) }, read)
          : read();
      },
      commit: async (changes) => {
        try {
          await database.commit(changes);
        } catch (error) {
          forget();
          throw error;
        }
        time++;
        changes.forEach(take);
      },
    },
  };
}

/** What the report makes of them and keeps is no news; neither is what is told between reports. */
const isOfSource = ({ store, key }: DatabaseChange): boolean =>
  store === 'chunks' ? key[1] !== 'all' : tableOf(store).isOfSource === true;

const marketOf = ({ store, key }: DatabaseChange): string =>
  store === 'context' ? ALL_MARKETS : String(key[0]);

/** Whether two rows are the same but for when they were told. What is long is written only where it changes. */
const isStillSo = (store: StoreName, before: unknown, now: unknown): boolean =>
  store !== 'chunks' &&
  store !== 'forcedOrders' &&
  before !== undefined &&
  timeless(before) === timeless(now);
const timeless = (row: unknown): string =>
  JSON.stringify(row, (name, value: unknown) => (TIMES.has(name) ? undefined : value));
const TIMES: ReadonlySet<string> = new Set(['atMs', 'okAtMs', 'retryAtMs']);

interface Listed {
  readonly key: DatabaseKey;
  readonly value: unknown;
}

const rowId = (store: StoreName, key: DatabaseKey): string => JSON.stringify([store, ...key]);
const listId = (store: StoreName, prefix: DatabaseKey): string => JSON.stringify([store, ...prefix, null]);
const scopeOf = (store: StoreName, [first]: DatabaseKey): string => `${store} ${first}`;

function withRow(list: readonly Listed[], { key, value }: DatabaseChange): readonly Listed[] {
  const at = list.findIndex((row) => compareKeys(row.key, key) === 0);
  if (value === null) return at < 0 ? list : list.toSpliced(at, 1);
  if (at >= 0) return list.with(at, { key, value });
  return [...list, { key, value }].toSorted((a, b) => compareKeys(a.key, b.key));
}

/** The order of the database: number by number, text by text, numbers before texts. */
export function compareKeys(a: DatabaseKey, b: DatabaseKey): number {
  for (let part = 0; part < Math.min(a.length, b.length); part++) {
    const [one, other] = [a[part] ?? 0, b[part] ?? 0];
    if (one === other) continue;
    if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return a.length - b.length;
}
