import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';

import { createDatabase } from '../../core/io/database.ts';
import { StorageError } from '../../core/market/errors.ts';
import type { Chunk } from '../../core/watch/tables.ts';

const chunk = (value: number): Chunk => ({ columns: { close: new Float64Array([value, NaN]) } });

describe('the database', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  test('keeps rows for the next worker', async () => {
    await createDatabase().commit([
      { store: 'chunks', key: ['BTCUSDT', 'okx', 'candles', 7], value: chunk(1) },
    ]);

    expect(await createDatabase().get('chunks', ['BTCUSDT', 'okx', 'candles', 7])).toEqual(chunk(1));
  });

  test('lists by prefix, in order, and nothing beside it', async () => {
    const database = createDatabase();
    await database.commit(
      [10, 9, 100].map((index) => ({
        store: 'chunks' as const,
        key: ['BTCUSDT', 'okx', 'candles', index],
        value: chunk(index),
      })),
    );
    await database.commit([
      { store: 'chunks', key: ['BTCUSDT', 'okx', 'candles-1h', 1], value: chunk(1) },
      { store: 'chunks', key: ['BTC', 'okx', 'candles', 1], value: chunk(1) },
    ]);

    const rows = await database.list('chunks', ['BTCUSDT', 'okx', 'candles']);

    expect(rows.map(({ key }) => key[3])).toEqual([9, 10, 100]);
    expect(await database.keys('chunks', ['BTC'])).toEqual([['BTC', 'okx', 'candles', 1]]);
  });

  test('removes a row that is set to null', async () => {
    const database = createDatabase();
    const key = ['BTCUSDT', 'okx', 'candles', 7];
    await database.commit([{ store: 'chunks', key, value: chunk(1) }]);

    await database.commit([{ store: 'chunks', key, value: null }]);

    expect(await database.get('chunks', key)).toBeNull();
  });

  test('writes all of a commit or nothing', async () => {
    const database = createDatabase();
    const notStorable = { watchedAtMs: () => 0 } as unknown as { watchedAtMs: number };

    const commit = database.commit([
      { store: 'chunks', key: ['BTCUSDT', 'okx', 'candles', 7], value: chunk(1) },
      { store: 'markets', key: ['BTCUSDT'], value: notStorable },
    ]);

    await expect(commit).rejects.toThrow(StorageError);
    expect(await database.get('chunks', ['BTCUSDT', 'okx', 'candles', 7])).toBeNull();
  });

  test.each([{ columns: { close: [1, 2] } }, { columns: null }, 'corrupt', { okAtMs: NaN }])(
    'takes a row that holds %o for absent',
    async (value) => {
      const database = createDatabase();
      const key = ['BTCUSDT', 'okx', 'candles', 7];
      await database.commit([{ store: 'chunks', key, value: value as unknown as Chunk }]);

      expect(await database.get('chunks', key)).toBeNull();
      expect(await database.list('chunks', [])).toEqual([]);
    },
  );
});
