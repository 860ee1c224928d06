import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { StorageError } from '../../core/market/errors.ts';
import { CHUNK_ROWS } from '../../core/ledger/tables/chunks.ts';
import type { DatabaseChange, DatabasePort } from '../../core/ledger/ports.ts';
import { rememberRows } from '../../core/ledger/row-memory.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';

const NOW_MS = 1_768_516_496_000;

const depth = (index: number, depthUsd: number | null): DatabaseChange => ({
  store: 'chunks',
  key: ['BTCUSDT', 'okx', 'depth', index],
  value:
    depthUsd === null
      ? null
      : { columns: { depthUsd: new Float64Array(CHUNK_ROWS).fill(NaN).with(0, depthUsd) } },
});

/** A database in memory, the reads that reached it, and a switch that makes writes fail. */
function createStore() {
  const { database } = createPorts(createWorld(NOW_MS));
  const store = { reads: 0, isFull: false };
  const counted: DatabasePort = {
    ...database,
    get: (...asked) => {
      store.reads++;
      return database.get(...asked);
    },
    list: (...asked) => {
      store.reads++;
      return database.list(...asked);
    },
    commit: async (changes) => {
      if (store.isFull) throw new StorageError('full');
      await database.commit(changes);
    },
  };
  return { store, plain: database, memory: rememberRows(counted) };
}

const LIST = ['BTCUSDT', 'okx', 'depth'] as const;

describe('a database that remembers', () => {
  test('reads a row and a list once', async () => {
    const { store, memory } = createStore();
    await memory.database.commit([depth(1, 5)]);
    for (let time = 0; time < 3; time++) {
      await memory.database.list('chunks', LIST);
      await memory.database.get('chunks', [...LIST, 2]);
    }

    expect(store.reads).toBe(2);
  });

  test('takes what is written into the lists that it knows, in their order', async () => {
    const { store, memory } = createStore();
    await memory.database.commit([depth(10, 1)]);
    await memory.database.list('chunks', LIST);
    await memory.database.commit([depth(9, 2), depth(10, 3), depth(100, 4)]);
    await memory.database.commit([depth(100, null)]);

    const rows = await memory.database.list('chunks', LIST);

    expect(rows.map(({ key, value }) => [key[3], value.columns['depthUsd']?.[0]])).toEqual([
      [9, 2],
      [10, 3],
    ]);
    expect(store.reads).toBe(1);
  });

  test('reads everything anew after a write that failed', async () => {
    const { store, memory } = createStore();
    await memory.database.commit([depth(1, 5)]);
    const before = memory.news.now();
    store.isFull = true;

    await expect(memory.database.commit([depth(1, 6)])).rejects.toThrow(StorageError);

    expect(await memory.database.get('chunks', [...LIST, 1])).toEqual(depth(1, 5).value);
    expect(store.reads).toBe(1);
    expect(memory.news.since(LIST, before)).toBeNull();
  });

  test('names the chunks that were written since a time', async () => {
    const { memory } = createStore();
    await memory.database.commit([depth(1, 5), depth(2, 5)]);
    const between = memory.news.now();
    await memory.database.commit([depth(2, 6)]);

    expect(memory.news.since(LIST, 0)).toEqual([1, 2]);
    expect(memory.news.since(LIST, between)).toEqual([2]);
    expect(memory.news.since(LIST, memory.news.now())).toEqual([]);
  });

  test('answers like the database, whatever is read while something is written', async () => {
    const index = fc.integer({ min: 0, max: 3 });
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('commit' as const),
        index,
        usd: fc.option(fc.integer({ min: 1, max: 9 })),
      }),
      fc.record({ kind: fc.constant('get' as const), index }),
      fc.record({ kind: fc.constant('list' as const), index }),
      fc.record({ kind: fc.constant('wait' as const), index }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.scheduler(), async (steps, scheduler) => {
        const { database: plain } = createPorts(createWorld(NOW_MS));
        let writing: Promise<unknown> = Promise.resolve();
        const slow: DatabasePort = {
          ...plain,
          get: scheduler.scheduleFunction(plain.get),
          list: scheduler.scheduleFunction(plain.list),
          commit: (changes) => {
            const written = writing
              .then(() => scheduler.schedule(Promise.resolve()))
              .then(() => plain.commit(changes));
            writing = written;
            return written;
          },
        };
        const { database } = rememberRows(slow);
        const running: Promise<unknown>[] = [];
        for (const one of steps) {
          if (one.kind === 'commit') running.push(database.commit([depth(one.index, one.usd)]));
          else if (one.kind === 'get') running.push(database.get('chunks', [...LIST, one.index]));
          else if (one.kind === 'list') running.push(database.list('chunks', LIST));
          else await scheduler.waitNext(Math.min(1, scheduler.count()));
        }
        await scheduler.waitFor(Promise.all(running));

        const listed = database.list('chunks', LIST);
        expect(await scheduler.waitFor(listed)).toEqual(await plain.list('chunks', LIST));
        for (let own = 0; own < 4; own++) {
          const got = database.get('chunks', [...LIST, own]);
          expect(await scheduler.waitFor(got)).toEqual(await plain.get('chunks', [...LIST, own]));
        }
      }),
      { seed: 20_260_115, numRuns: 300 },
    );
  });

  test('holds of a month of bars the newest chunk alone', async () => {
    const { store, memory } = createStore();
    const candles = (index: number): DatabaseChange => ({
      store: 'chunks',
      key: ['BTCUSDT', 'okx', 'candles', index],
      value: { columns: { close: new Float64Array(CHUNK_ROWS).fill(index) } },
    });
    for (const index of [3, 4, 2]) await memory.database.commit([candles(index)]);

    const readsOf = async (index: number): Promise<number> => {
      store.reads = 0;
      const row = await memory.database.get('chunks', ['BTCUSDT', 'okx', 'candles', index]);
      expect(row?.columns['close']?.[0]).toBe(index);
      return store.reads;
    };

    expect([await readsOf(2), await readsOf(3), await readsOf(4)]).toEqual([1, 1, 0]);
  });

  test('what a source tells once more is no news of its market, nor is what the report keeps', async () => {
    const { memory } = createStore();
    const ticker = (market: string, price: number, okAtMs: number): DatabaseChange => ({
      store: 'sources',
      key: [market, 'okx', 'ticker'],
      value: {
        okAtMs,
        data: {
          kind: 'ticker',
          ticker: {
            atMs: okAtMs,
            markPrice: price,
            indexPrice: null,
            openInterestBase: 1,
            fundingRate8h: null,
            nextFundingAtMs: null,
          },
        },
        failure: null,
      },
    });
    await memory.database.commit([ticker('BTCUSDT', 100, NOW_MS), ticker('ETHUSDT', 5, NOW_MS)]);
    const readAt = memory.news.now();
    const isTold = () => memory.news.isTold('BTCUSDT', readAt);

    const told: boolean[] = [];
    await memory.database.commit([ticker('BTCUSDT', 100, NOW_MS + 1)]);
    told.push(isTold());
    await memory.database.commit([{ ...depth(1, 5), key: ['BTCUSDT', 'all', 'peak', 1] }]);
    told.push(isTold());
    await memory.database.commit([ticker('ETHUSDT', 6, NOW_MS + 1)]);
    told.push(isTold());
    await memory.database.commit([ticker('BTCUSDT', 101, NOW_MS + 2)]);
    told.push(isTold());

    expect(told).toEqual([false, false, false, true]);
  });
});
