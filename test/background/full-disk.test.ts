import { describe, expect, test } from 'vitest';

import { createMixture } from '../../core/engine/forecast/mixture.ts';
import { chunkOf } from '../../core/ledger/forced-orders/order-chunks.ts';
import { prune } from '../../core/ledger/prune.ts';
import type { Ports } from '../../core/ledger/ports.ts';
import { STORE_NAMES, type StoreName, tableOf } from '../../core/ledger/tables/list.ts';
import { StorageError } from '../../core/market/errors.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LISTED_S = NOW_MS / 1000 - 6 * 3600;

/** But for what waits to be sent, which is gone once it was. */
const RECORD: readonly StoreName[] = STORE_NAMES.filter(
  (name) => tableOf(name).life === 'record' && name !== 'deliveries',
);

/** One row of every table of a market, last watched at `watchedAtMs`. */
function plant(world: World, market: string, watchedAtMs: number): void {
  for (const store of STORE_NAMES.filter((name) => name !== 'markets')) {
    world.rows.set(JSON.stringify([store, market, Math.floor(NOW_MS / 1000)]), {});
  }
  world.rows.set(JSON.stringify(['forcedOrders', market, Math.floor(NOW_MS / 1000)]), chunkOf([]));
  const skill = { learntUntilS: 0, scoredUntilS: 0, mixture: createMixture(), reports: [] };
  world.rows.set(JSON.stringify(['skill', market, Math.floor(NOW_MS / 1000)]), skill);
  world.rows.set(JSON.stringify(['markets', market]), { watchedAtMs });
  world.rows.set(JSON.stringify(['chunks', market, 'okx', 'candles', 1]), { columns: {} });
  world.rows.set(JSON.stringify(['chunks', market, 'all', 'forced', 99_999]), { columns: {} });
}

const storesOf = (world: World, market: string): readonly string[] => [
  ...new Set(
    [...world.rows.keys()]
      .map((key) => JSON.parse(key) as string[])
      .flatMap(([store = '', name]) => (name === market ? [store] : [])),
  ),
];

const isLoaded = (world: World, market: string): boolean =>
  world.rows.has(JSON.stringify(['chunks', market, 'okx', 'candles', 1]));

/** `ports` on a disk that has no room for anything new while `isFull`. */
const crowded = (ports: Ports, isFull: () => boolean, name = 'QuotaExceededError'): Ports => ({
  ...ports,
  database: {
    ...ports.database,
    commit: async (changes) => {
      if (isFull() && changes.some(({ value }) => value !== null)) {
        throw new StorageError('refused', { cause: new DOMException('', name) });
      }
      await ports.database.commit(changes);
    },
  },
});

async function createLoaded(): Promise<{ readonly world: World; readonly ports: Ports }> {
  const world = createWorld(NOW_MS);
  const ports = createPorts(world);
  const service = startWorker(ports, createFakeVenues(LISTED_S));
  while (await service.poll('BTCUSDT'));
  plant(world, 'OLDUSDT', NOW_MS - 5 * DAY_MS);
  plant(world, 'NEWUSDT', NOW_MS - DAY_MS);
  world.leases = { tab: { market: 'BTCUSDT', venue: 'binance', untilMs: NOW_MS + 2 * MINUTE_MS } };
  world.nowMs = NOW_MS + MINUTE_MS;
  return { world, ports };
}

const pollOnce = (ports: Ports): Promise<boolean> =>
  startWorker(ports, createFakeVenues(LISTED_S)).poll('BTCUSDT');

describe('a full disk', () => {
  test('costs what can be loaded again of the market that was watched the longest ago, and nothing else', async () => {
    const { world, ports } = await createLoaded();

    const isMore = await pollOnce(crowded(ports, () => isLoaded(world, 'OLDUSDT')));

    expect(isMore).toBe(true);
    expect(isLoaded(world, 'OLDUSDT')).toBe(false);
    expect(isLoaded(world, 'NEWUSDT')).toBe(true);
    expect(world.reports.get('BTCUSDT')!.storage).toEqual(['room-made']);
  });

  test('never costs the record of any market', async () => {
    const { world, ports } = await createLoaded();

    const full = crowded(ports, () => isLoaded(world, 'OLDUSDT') || isLoaded(world, 'NEWUSDT'));
    while (await pollOnce(full));

    for (const market of ['OLDUSDT', 'NEWUSDT']) {
      expect(isLoaded(world, market)).toBe(false);
      expect(storesOf(world, market)).toEqual(expect.arrayContaining(RECORD as string[]));
      expect(world.rows.has(JSON.stringify(['chunks', market, 'all', 'forced', 99_999]))).toBe(true);
    }
  });

  test('is said, and shows what is stored, where there is nothing left to drop', async () => {
    const { world, ports } = await createLoaded();
    const before = world.reports.get('BTCUSDT')!;

    const full = crowded(ports, () => true);
    while (await pollOnce(full));

    const report = world.reports.get('BTCUSDT')!;
    expect(report.storage).toEqual(['full']);
    expect(report.openInterest.base).toBe(before.openInterest.base);
    expect(storesOf(world, 'OLDUSDT')).toEqual(expect.arrayContaining(RECORD as string[]));
  });

  test('is not what another refusal is taken for: nothing is dropped, and it is said', async () => {
    const { world, ports } = await createLoaded();

    expect(await pollOnce(crowded(ports, () => true, 'UnknownError'))).toBe(false);

    expect(isLoaded(world, 'OLDUSDT')).toBe(true);
    expect(world.reports.get('BTCUSDT')!.storage).toEqual(['refused']);
  });

  test('is forgotten with the next poll that finds room', async () => {
    const { world, ports } = await createLoaded();
    let isFull = true;
    const full = crowded(ports, () => isFull);
    while (await pollOnce(full));

    isFull = false;
    world.nowMs += MINUTE_MS;
    await pollOnce(full);

    expect(world.reports.get('BTCUSDT')!.storage).toBeUndefined();
  });
});

describe('a market that nobody watches', () => {
  test('keeps its record when what can be loaded again goes after two weeks', async () => {
    const world = createWorld(NOW_MS);
    plant(world, 'OLDUSDT', NOW_MS - 15 * DAY_MS);

    await prune(createPorts(world), []);

    expect(isLoaded(world, 'OLDUSDT')).toBe(false);
    expect(storesOf(world, 'OLDUSDT')).toEqual(expect.arrayContaining(['outcomes', 'skill', 'aside']));
  });

  test('leaves nothing behind once its record is past its age', async () => {
    const world = createWorld(NOW_MS);
    plant(world, 'OLDUSDT', NOW_MS - 93 * DAY_MS);

    await prune(createPorts(world), []);

    expect(storesOf(world, 'OLDUSDT')).toEqual([]);
  });
});
