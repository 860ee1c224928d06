import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { CHUNK_ROWS } from '../../core/ledger/tables/chunks.ts';
import { NOTHING_ASIDE } from '../../core/ledger/aside-log.ts';
import { createOrderLog } from '../../core/ledger/forced-orders/order-log.ts';
import { chunkOf } from '../../core/ledger/forced-orders/order-chunks.ts';
import { createDatabase } from '../../core/io/database.ts';
import { sameRows } from '../../core/ledger/same-rows.ts';
import type { DatabasePort, Ports } from '../../core/ledger/ports.ts';
import { RowsGoneError } from '../../core/market/errors.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const LISTED_S = NOW_MS / 1000 - 6 * 3600;

interface Device {
  readonly world: World;
  readonly ports: Ports;
  readonly database: DatabasePort;
}

function createDevice(openWaitMs = 10_000): Device {
  const world = createWorld(NOW_MS);
  const database = createDatabase({ deviceMs: () => world.nowMs, openWaitMs });
  return { world, database, ports: { ...createPorts(world), database } };
}

async function pollAll({ world, ports }: Device): Promise<NonNullable<ReturnType<World['reports']['get']>>> {
  const service = startWorker(ports, createFakeVenues(LISTED_S));
  while (await service.poll('BTCUSDT'));
  return world.reports.get('BTCUSDT')!;
}

const outcomeKey = ['BTCUSDT', 3600, 7];
const outcome = {
  atS: 7,
  horizonS: 3600,
  heardShare: 1,
  usdScale: 1,
  forcedLogSd: 1,
  forcedLogMean: 0,
  names: ['forecast'],
  sides: [],
};

const lie = { venue: 'okx', quantity: 'price', untilMs: 9 } as const;

const orderAt = (atMs: number) =>
  ({
    atMs,
    venue: 'okx',
    base: 'BTC',
    side: 'long',
    orderPrice: 64,
    filledPrice: 65,
    quantityBase: 3,
    notionalUsd: 195,
  }) as const;

const refuseToOpen = (): void => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied permission', 'SecurityError');
  });
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a browser that gives no database', () => {
  test('still shows a market, loaded whole, and says that nothing is kept', async () => {
    refuseToOpen();

    const report = await pollAll(createDevice());

    expect(report.price).not.toBeNull();
    expect(report.map).not.toBeNull();
    expect(report.warmUp.done).toBe(true);
    expect(report.storage).toEqual(['not-kept']);
  });

  test('is asked once a minute, and kept from then on with what was recorded meanwhile', async () => {
    refuseToOpen();
    const { world, database } = createDevice();
    const sampleKey = ['BTCUSDT', 'okx', 'depth', 1];
    const sample = { columns: { depthUsd: new Float64Array(CHUNK_ROWS).fill(1) } };
    await database.commit([
      { store: 'outcomes', key: outcomeKey, value: outcome },
      { store: 'chunks', key: sampleKey, value: sample },
      { store: 'chunks', key: ['BTCUSDT', 'okx', 'candles', 1], value: { columns: {} } },
    ]);
    world.nowMs += MINUTE_MS - 1;
    await database.get('outcomes', outcomeKey);
    expect(indexedDB.open).toHaveBeenCalledTimes(1);

    vi.restoreAllMocks();
    world.nowMs += 1;

    expect(await database.get('outcomes', outcomeKey)).toEqual(outcome);
    expect(database.state().isLasting).toBe(true);
    const next = createDatabase({ deviceMs: () => world.nowMs });
    expect(await next.get('outcomes', outcomeKey)).toEqual(outcome);
    expect(await next.list('chunks', [])).toEqual([{ key: sampleKey, value: sample }]);
  });

  test('loses nothing that was heard meanwhile of an hour and a venue that the database knows', async () => {
    const hourKey = ['BTCUSDT', 'okx', 0];
    const key = ['BTCUSDT', 'okx'];
    const heard = (database: DatabasePort, fromMs: number) =>
      database.commit([
        { store: 'forcedOrders', key: hourKey, value: chunkOf([orderAt(fromMs + 5)]) },
        { store: 'listening', key, value: { stretches: [{ fromMs, untilMs: fromMs + 10 }], revision: 1 } },
      ]);
    await heard(createDevice().database, 0);
    refuseToOpen();
    const { world, database } = createDevice();
    await heard(database, 5_000);
    vi.restoreAllMocks();
    world.nowMs += MINUTE_MS;

    const orders = await database.get('forcedOrders', hourKey);

    expect([...(orders?.sinceMs ?? [])]).toEqual([5, 5_005]);
    expect(await database.get('listening', key)).toEqual({
      stretches: [
        { fromMs: 0, untilMs: 10 },
        { fromMs: 5_000, untilMs: 5_010 },
      ],
      revision: 3,
    });
  });

  test('and gives it while a socket is written down gets all that the socket told', async () => {
    refuseToOpen();
    const { world, database } = createDevice();
    await database.keys('listening', []);
    vi.restoreAllMocks();
    world.nowMs += MINUTE_MS;
    const log = createOrderLog(database, { nowMs: () => world.nowMs, deviceMs: () => world.nowMs });
    log.hear('BTCUSDT', 'okx', [orderAt(5)], { fromMs: 0, untilMs: 10 });

    await log.flush();

    expect(database.state().isLasting).toBe(true);
    expect((await database.get('forcedOrders', ['BTCUSDT', 'okx', 0]))?.sinceMs).toHaveLength(1);
  });

  test('has an hour of samples and a lie taken back written beside those of before', async () => {
    const sampleKey = ['BTCUSDT', 'okx', 'depth', 1];
    const record = (database: DatabasePort, slot: number) => {
      const entry = { ...lie, fromMs: slot, foundMs: slot };
      const depthUsd = new Float64Array(CHUNK_ROWS).fill(NaN).with(slot, slot);
      return database.commit([
        { store: 'chunks', key: sampleKey, value: { columns: { depthUsd } } },
        { store: 'aside', key: ['BTCUSDT'], value: { ...NOTHING_ASIDE, log: [entry] } },
      ]);
    };
    await record(createDevice().database, 1);
    refuseToOpen();
    const { world, database } = createDevice();
    await record(database, 2);
    vi.restoreAllMocks();
    world.nowMs += MINUTE_MS;

    const depth = (await database.get('chunks', sampleKey))?.columns['depthUsd'];
    expect([...(depth?.slice(0, 4) ?? [])]).toEqual([NaN, 1, 2, NaN]);
    expect((await database.get('aside', ['BTCUSDT']))?.log.map(({ fromMs }) => fromMs)).toEqual([1, 2]);
  });

  test('and then refuses a write gets what was recorded meanwhile a minute later', async () => {
    refuseToOpen();
    const { world, database } = createDevice();
    await database.commit([{ store: 'outcomes', key: outcomeKey, value: outcome }]);
    vi.restoreAllMocks();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    world.nowMs += MINUTE_MS;
    await database.get('outcomes', outcomeKey);
    expect(full).toHaveBeenCalledTimes(1);
    full.mockRestore();
    world.nowMs += MINUTE_MS;

    expect(await database.get('outcomes', outcomeKey)).toEqual(outcome);
  });

  test('never has its rows overwritten by what was made of those in memory', async () => {
    const key = ['BTCUSDT', 'okx'];
    const listening = (fromMs: number) =>
      [
        { store: 'listening', key, value: { stretches: [{ fromMs, untilMs: fromMs + 10 }], revision: 0 } },
      ] as const;
    await createDevice().database.commit(listening(0));
    refuseToOpen();
    const { world, database } = createDevice();
    await database.get('listening', key);
    vi.restoreAllMocks();
    world.nowMs += MINUTE_MS;

    await expect(database.commit(listening(5_000))).rejects.toThrow(RowsGoneError);

    expect((await database.get('listening', key))?.stretches).toEqual([{ fromMs: 0, untilMs: 10 }]);
  });

  test('because a later version made it works on in memory', async () => {
    (await openDB('plimsoll', 1000)).close();

    expect((await pollAll(createDevice())).storage).toEqual(['not-kept']);
  });

  test('because an older page holds it is not waited for longer than it takes to give up', async () => {
    await openDB('plimsoll', 1);

    const report = await pollAll(createDevice(1));

    expect(report.price).not.toBeNull();
    expect(report.storage).toEqual(['not-kept']);
  });
});

describe('a database that is taken away while the worker runs', () => {
  test('by being deleted is made anew, and the market loaded again', async () => {
    const device = createDevice();
    await pollAll(device);
    expect((await device.database.keys('chunks', ['BTCUSDT'])).length).toBeGreaterThan(0);

    await new Promise((resolve) => {
      indexedDB.deleteDatabase('plimsoll').addEventListener('success', resolve);
    });
    device.world.nowMs += MINUTE_MS;
    const report = await pollAll(device);

    expect(report.warmUp.done).toBe(true);
    expect(report.storage).toBeUndefined();
    expect((await device.database.keys('chunks', ['BTCUSDT'])).length).toBeGreaterThan(0);
  });

  test('never has rows written beside it that were made of rows it does not hold', async () => {
    const { database } = createDevice();
    await database.commit([{ store: 'outcomes', key: outcomeKey, value: outcome }]);
    const work = sameRows(database);
    await work.get('outcomes', outcomeKey);

    await new Promise((resolve) => {
      indexedDB.deleteDatabase('plimsoll').addEventListener('success', resolve);
    });

    const written = work.commit([{ store: 'outcomes', key: ['BTCUSDT', 3600, 8], value: outcome }]);
    await expect(written).rejects.toThrow(RowsGoneError);
    expect(await database.keys('outcomes', [])).toEqual([]);
  });

  test('by failing to be read goes on in memory, and the poll is repeated', async () => {
    const device = createDevice();
    await pollAll(device);
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Internal error', 'UnknownError');
    });
    device.world.nowMs += MINUTE_MS;

    const report = await pollAll(device);

    expect(report.warmUp.done).toBe(true);
    expect(report.storage).toEqual(['not-kept']);
  });
});
