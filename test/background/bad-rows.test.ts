import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { createMixture } from '../../core/engine/forecast/mixture.ts';
import { createParameters } from '../../core/engine/parameters.ts';
import { createDatabase } from '../../core/io/database.ts';
import { CHUNK_ROWS } from '../../core/ledger/tables/chunks.ts';
import { CHUNK_MS } from '../../core/ledger/tables/forced-orders.ts';
import { chunkOf } from '../../core/ledger/forced-orders/order-chunks.ts';
import { mendRows } from '../../core/ledger/mend-rows.ts';
import { BAR_INTERVAL_S } from '../../core/market/bars.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const LISTED_S = NOW_MS / 1000 - 3 * 86_400;

/** The chunk that lies whole in the history of a market listed at {@link LISTED_S}. */
const INDEX = Math.floor(NOW_MS / 1000 / (CHUNK_ROWS * BAR_INTERVAL_S)) - 1;

/** Everything that is polled until nothing more is to be asked for, by a new worker; `written` gets every report of it. */
async function pollAnew(world: World, written: MarketReport[] = []): Promise<MarketReport> {
  const database = createDatabase({ deviceMs: () => world.nowMs });
  const ports = createPorts(world);
  const writeReport = async (report: MarketReport): Promise<void> => {
    written.push(report);
    await ports.storage.writeReport(report);
  };
  const service = startWorker(
    { ...ports, database, storage: { ...ports.storage, writeReport } },
    createFakeVenues(LISTED_S),
  );
  for (let poll = 0; (await service.poll('BTCUSDT')) && poll < 50; poll++);
  return world.reports.get('BTCUSDT')!;
}

async function plant(
  store: string,
  key: readonly (string | number)[],
  change: (value: never) => unknown,
): Promise<void> {
  const stored = await openDB('plimsoll');
  await stored.put(store, change((await stored.get(store, [...key])) as never), [...key]);
  stored.close();
}

const figures = ({ price, openInterest, map, warmUp }: MarketReport) => ({
  price,
  openInterest,
  map,
  warmUp,
});

interface Columns {
  readonly columns: Readonly<Record<string, Float64Array>>;
}

const emptied = ({ columns }: Columns) => ({
  columns: Object.fromEntries(Object.keys(columns).map((name) => [name, new Float64Array(0)])),
});

const withHuge = ({ columns }: Columns) => ({
  columns: { ...columns, high: columns['high']!.with(100, 1e300) },
});

const withBelowNothing = ({ columns }: Columns) => ({
  columns: { openInterestBase: columns['openInterestBase']!.with(100, -5) },
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('one bad row', () => {
  let expected: ReturnType<typeof figures>;

  beforeAll(async () => {
    globalThis.indexedDB = new IDBFactory();
    const sound = createWorld(NOW_MS);
    await pollAnew(sound);
    sound.nowMs = NOW_MS + MINUTE_MS;
    expected = figures(await pollAnew(sound));
  }, 30_000);

  test.each([
    ['an engine state of nothing', 'engine', ['BTCUSDT'], () => ({ basis: 'x', lastOpenS: 0, state: {} })],
    [
      'an engine state whose arrays are empty',
      'engine',
      ['BTCUSDT'],
      (row: { state: { inventory: { long: object } } }) => {
        const { inventory } = row.state;
        const long = { ...inventory.long, stored: new Float64Array(0) };
        return { ...row, state: { ...row.state, inventory: { ...inventory, long } } };
      },
    ],
    [
      'an engine state with numbers of another kind, at which a check throws',
      'engine',
      ['BTCUSDT'],
      (row: { state: { inventory: { long: object } } }) => {
        const { inventory } = row.state;
        const long = { ...inventory.long, firstBin: 0n };
        return { ...row, state: { ...row.state, inventory: { ...inventory, long } } };
      },
    ],
    [
      'an engine state that assumes something else',
      'engine',
      ['BTCUSDT'],
      (row: { state: { inventory: object } }) => {
        const inventory = { ...row.state.inventory, parameters: createParameters({ logStep: 0.01 }) };
        return { ...row, state: { ...row.state, inventory } };
      },
    ],
    ['a candle of 1e300', 'chunks', ['BTCUSDT', 'binance', 'candles', INDEX], withHuge],
    ['emptied candles', 'chunks', ['BTCUSDT', 'bybit', 'candles', INDEX], emptied],
    ['emptied open interest', 'chunks', ['BTCUSDT', 'binance', 'open-interest', INDEX], emptied],
    ['open interest below nothing', 'chunks', ['BTCUSDT', 'bybit', 'open-interest', INDEX], withBelowNothing],
    ['a source of nothing', 'sources', ['BTCUSDT', 'binance', 'candles'], () => ({})],
    ['a host of nothing', 'hosts', ['binance.example'], () => ({})],
  ] as const)(
    '%s costs that row, is loaded again, and is said',
    async (_, store, key, change) => {
      const world = createWorld(NOW_MS);
      await pollAnew(world);

      await plant(store, key, change);
      world.nowMs = NOW_MS + MINUTE_MS;
      const written: MarketReport[] = [];
      const report = await pollAnew(world, written);

      expect(figures(report)).toEqual(expected);
      const whole = written.filter(({ warmUp }) => warmUp.done);
      expect(new Set(whole.map(({ openInterest }) => openInterest.base))).toEqual(
        new Set([expected.openInterest.base]),
      );
      expect(report.storage).toEqual(['rows-lost']);
      const database = createDatabase({ deviceMs: () => world.nowMs });
      await database.list(store, []);
      expect(database.unreadable()).toEqual([]);
    },
    30_000,
  );

  /** Passes every check, and has the engine ask for more memory than there is. */
  const farAway = (row: {
    state: { inventory: { long: Readonly<Record<'firstBin' | 'lowBin' | 'highBin', number>> } };
  }): typeof row => {
    const { inventory } = row.state;
    const { firstBin, lowBin, highBin } = inventory.long;
    const [first, low, high] = [firstBin, lowBin, highBin].map((bin) => bin + 1e12);
    const long = { ...inventory.long, firstBin: first!, lowBin: low!, highBin: high! };
    return { ...row, state: { ...row.state, inventory: { ...inventory, long } } };
  };

  test('that nobody recognised as bad costs what was made, is made anew, and is said; the record stays', async () => {
    const world = createWorld(NOW_MS);
    const database = createDatabase({ deviceMs: () => world.nowMs });
    const listening = { stretches: [{ fromMs: 0, untilMs: 1000 }], revision: 4 };
    await database.commit([{ store: 'listening', key: ['BTCUSDT', 'okx'], value: listening }]);
    await pollAnew(world);
    await plant('engine', ['BTCUSDT'], farAway);
    world.nowMs = NOW_MS + 10 * MINUTE_MS;

    const report = await pollAnew(world);

    expect(report.at).toBe(world.nowMs);
    expect(report.warmUp.done).toBe(true);
    expect(report.storage).toEqual(['rows-lost']);
    expect(await database.get('listening', ['BTCUSDT', 'okx'])).toEqual(listening);
  }, 30_000);

  test('that comes again is not made anew again by the same worker', async () => {
    const world = createWorld(NOW_MS);
    const ports = createPorts(world);
    const readSettings = async () => {
      throw new TypeError('no row made this');
    };
    const storage = { ...ports.storage, readSettings };
    const service = startWorker({ ...ports, storage }, createFakeVenues(LISTED_S));

    expect(await service.poll('BTCUSDT')).toBe(true);
    await expect(service.poll('BTCUSDT')).rejects.toThrow('no row made this');
  });

  test('of forced orders takes its hour out of what was listened to', async () => {
    const database = createDatabase({ deviceMs: () => 0 });
    const takenBack = [{ fromMs: 0, untilMs: 7 }];
    const heard = { stretches: [{ fromMs: 0, untilMs: 3 * CHUNK_MS }], revision: 4, takenBack };
    await database.commit([
      { store: 'listening', key: ['BTCUSDT', 'okx'], value: heard },
      {
        store: 'forcedOrders',
        key: ['BTCUSDT', 'okx', 1],
        value: { ...chunkOf([]), sinceMs: new Uint32Array(3) },
      },
    ]);
    await database.list('forcedOrders', ['BTCUSDT']);

    expect(await mendRows(database, 'BTCUSDT')).toBe(true);

    expect(await database.get('listening', ['BTCUSDT', 'okx'])).toEqual({
      stretches: [
        { fromMs: 0, untilMs: CHUNK_MS },
        { fromMs: 2 * CHUNK_MS, untilMs: 3 * CHUNK_MS },
      ],
      revision: 5,
      takenBack,
    });
    expect(await database.keys('forcedOrders', [])).toEqual([]);
  });

  test.each([
    ['skill', { learntUntilS: 0, scoredUntilS: 0, mixture: {}, reports: [] }],
    [
      'skill',
      {
        learntUntilS: 0,
        scoredUntilS: NOW_MS,
        mixture: createMixture(),
        reports: [{ ratio: { p5: 1, p50: 1, p95: 1 }, horizonHours: {} }],
      },
    ],
    [
      'anchors',
      {
        anchor: {
          takenAtS: NOW_MS / 1000,
          seen: 9,
          long: { weight: 1, positions: 9, known: new Float64Array(0), model: new Float64Array(0) },
          short: { weight: 1, positions: 9, known: new Float64Array(0), model: new Float64Array(0) },
        },
      },
    ],
  ])(
    'of %s never stops the market',
    async (store, row) => {
      const world = createWorld(NOW_MS);
      await pollAnew(world);
      await plant(store, ['BTCUSDT'], () => row);
      world.nowMs = NOW_MS + MINUTE_MS;

      expect(figures(await pollAnew(world))).toEqual(expected);
    },
    30_000,
  );

  test('of the record is absent and stays, so that a later version may read it', async () => {
    const database = createDatabase({ deviceMs: () => 0 });
    await database.commit([{ store: 'forecasts', key: ['BTCUSDT', 7], value: {} as never }]);
    expect(await database.get('forecasts', ['BTCUSDT', 7])).toBeNull();

    expect(await mendRows(database, 'BTCUSDT')).toBe(false);

    expect(await database.keys('forecasts', [])).toEqual([['BTCUSDT', 7]]);
  });
});
