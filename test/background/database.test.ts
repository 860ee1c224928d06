import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';

import { createDatabase as createWith } from '../../core/io/database.ts';
import { INITIAL_ALERT_STATE } from '../../core/alerts/alert-state.ts';
import { StorageError } from '../../core/market/errors.ts';
import { CHUNK_ROWS } from '../../core/ledger/tables/chunks.ts';
import { chunkOf } from '../../core/ledger/forced-orders/order-chunks.ts';
import type { Chunk } from '../../core/ledger/tables/chunks.ts';
import { STORE_NAMES, tableOf } from '../../core/ledger/tables/list.ts';

const createDatabase = () => createWith({ deviceMs: () => 0 });

const chunk = (value: number): Chunk => ({
  columns: { close: new Float64Array(CHUNK_ROWS).fill(NaN).with(0, value) },
});

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

/** Stores that 0.1.0 made, and every version until the fifth. */
const STORES_OF_VERSION_3 = [
  'sources',
  'hosts',
  'budgets',
  'chunks',
  'engine',
  'markets',
  'context',
  'alerts',
  'prints',
  'listening',
  'forecasts',
  'outcomes',
  'skill',
  'traders',
  'anchors',
  'aside',
];

test('a table that came after the fifth version says with which, so that it is made where it is missing', () => {
  const since = STORE_NAMES.map(tableOf).flatMap(({ since, formerly }, index) =>
    STORES_OF_VERSION_3.includes(formerly ?? STORE_NAMES[index] ?? '') ? [] : [since ?? 0],
  );

  expect(since.length).toBeGreaterThan(0);
  expect(since.filter((version) => version <= 5)).toEqual([]);
});

const OTHER_FIELDS_OF_ORDERS = { base: 'BTC', side: 'long', orderPrice: 64, filledPrice: 65 } as const;

describe.each([3, 4, 5])('a database of version %i', (version) => {
  const orders = chunkOf([
    { ...OTHER_FIELDS_OF_ORDERS, atMs: 1000, venue: 'bybit', quantityBase: 3, notionalUsd: 195 },
  ]);
  const listening = { stretches: [{ fromMs: 0, untilMs: 1000 }], revision: 2 };
  const markets = { watchedAtMs: 5 };

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    const old = await openDB('plimsoll', version, {
      upgrade: (database) => STORES_OF_VERSION_3.forEach((name) => database.createObjectStore(name)),
    });
    await old.put('prints', orders, ['BTCUSDT', 'bybit', 0]);
    await old.put('listening', listening, ['BTCUSDT', 'bybit']);
    await old.put('markets', markets, ['BTCUSDT']);
    await old.put('markets', markets, ['']);
    await old.put('markets', markets, [' ']);
    old.close();
  });

  test('keeps its forced orders and when they were listened to', async () => {
    const database = createDatabase();

    expect(await database.list('forcedOrders', [])).toEqual([
      { key: ['BTCUSDT', 'bybit', 0], value: orders },
    ]);
    expect(await database.get('listening', ['BTCUSDT', 'bybit'])).toEqual(listening);
  });

  test('gets the tables that came later', async () => {
    const database = createDatabase();

    expect(await Promise.all(STORE_NAMES.map((name) => database.keys(name, ['nobody'])))).toEqual(
      STORE_NAMES.map(() => []),
    );
  });

  test('has no market without a name any more', async () => {
    expect(await createDatabase().keys('markets', [])).toEqual([['BTCUSDT']]);
  });
});

describe('a database of the version that took both sides of Gate for one', () => {
  const heard = { stretches: [{ fromMs: 0, untilMs: 1000 }], revision: 0 };
  const series = {
    okAtMs: 1,
    data: { kind: 'series', coverage: { fromS: 0, untilS: 300, exhausted: false, revision: 0 } },
    failure: null,
  };
  const prints = chunkOf([
    {
      atMs: 1000,
      venue: 'gate',
      base: 'BTC',
      side: 'long',
      orderPrice: 64,
      filledPrice: 65,
      quantityBase: 3,
      notionalUsd: 195,
    },
  ]);
  const sample = { atMs: 1, openInterestBase: 2, price: 64 };
  const alerts = {
    state: { ...INITIAL_ALERT_STATE, toldAt: { key: 5 }, samples: [sample] },
    lookedAtMs: 1,
    price: 64,
    untold: [],
  };
  const rows: readonly (readonly [store: string, key: readonly (string | number)[], value: unknown])[] = [
    ['chunks', ['BTCUSDT', 'gate', 'open-interest', 7], chunk(2)],
    ['chunks', ['ETHUSDT', 'gate', 'open-interest', 7], chunk(2)],
    ['chunks', ['BTCUSDT', 'all', 'peak', 7], chunk(2)],
    ['chunks', ['BTCUSDT', 'gate', 'open-interest-now', 7], chunk(1)],
    ['chunks', ['BTCUSDT', 'gate', 'candles', 7], chunk(1)],
    ['chunks', ['BTCUSDT', 'bybit', 'open-interest', 7], chunk(1)],
    ['sources', ['BTCUSDT', 'gate', 'open-interest'], series],
    ['sources', ['BTCUSDT', 'gate', 'candles'], series],
    ['prints', ['BTCUSDT', 'gate', 0], prints],
    ['prints', ['BTCUSDT', 'bybit', 0], prints],
    ['listening', ['BTCUSDT', 'gate'], heard],
    ['listening', ['BTCUSDT', 'bybit'], heard],
    ['engine', ['BTCUSDT'], { basis: 'any', lastOpenS: 300, state: {} }],
    ['markets', ['BTCUSDT'], { watchedAtMs: 5 }],
    ['alerts', ['BTCUSDT'], alerts],
  ];

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    const old = await openDB('plimsoll', 3, {
      upgrade: (database) => STORES_OF_VERSION_3.forEach((name) => database.createObjectStore(name)),
    });
    for (const [store, key, value] of rows) await old.put(store, value, [...key]);
    old.close();
  });

  test('loses what was doubled, and what was made of it', async () => {
    const database = createDatabase();

    expect(await database.keys('chunks', ['BTCUSDT', 'gate', 'open-interest'])).toEqual([]);
    expect(await database.keys('chunks', ['ETHUSDT'])).toEqual([]);
    expect(await database.keys('chunks', ['BTCUSDT', 'all'])).toEqual([]);
    expect(await database.get('sources', ['BTCUSDT', 'gate', 'open-interest'])).toBeNull();
    expect(await database.keys('forcedOrders', [])).toEqual([['BTCUSDT', 'bybit', 0]]);
    expect(await database.keys('listening', [])).toEqual([['BTCUSDT', 'bybit']]);
    expect(await database.keys('engine', [])).toEqual([]);
    expect((await database.get('alerts', ['BTCUSDT']))!.state.samples).toEqual([]);
  });

  test('keeps all else', async () => {
    const database = createDatabase();

    expect(await database.keys('chunks', ['BTCUSDT'])).toEqual([
      ['BTCUSDT', 'bybit', 'open-interest', 7],
      ['BTCUSDT', 'gate', 'candles', 7],
      ['BTCUSDT', 'gate', 'open-interest-now', 7],
    ]);
    expect(await database.get('sources', ['BTCUSDT', 'gate', 'candles'])).toEqual(series);
    expect(await database.get('markets', ['BTCUSDT'])).toEqual({ watchedAtMs: 5 });
    expect((await database.get('alerts', ['BTCUSDT']))!.state.toldAt).toEqual({ key: 5 });
  });

  test('stays as it is once it is of today', async () => {
    const database = createDatabase();
    await database.commit([
      { store: 'chunks', key: ['BTCUSDT', 'gate', 'open-interest', 7], value: chunk(1) },
    ]);

    expect(await createDatabase().get('chunks', ['BTCUSDT', 'gate', 'open-interest', 7])).toEqual(chunk(1));
  });
});
