import { describe, expect, test } from 'vitest';

import type { SavedPosition } from '../../core/market/position.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const LISTED_S = NOW_MS / 1000 - 86_400;

/** A user who holds bitcoin, at venues that list it and others. */
async function createHolder() {
  const world = createWorld(NOW_MS);
  world.positions = [{ base: 'BTC' } as SavedPosition];
  const alsoLists = Array.from({ length: 32 }, (_, index) => ({
    id: `REAL${index}USDT`,
    base: `REAL${index}`,
    factor: 1,
  }));
  const venues = createFakeVenues(LISTED_S, { binance: { alsoLists }, bybit: { alsoLists } });
  const service = startWorker(createPorts(world), venues);
  while (await service.tick());
  return {
    world,
    service,
    /** The address of the page in `tab` names `base`. */
    show: (base: string, tab = 'tab') =>
      service.watchPage(tab, {
        venue: 'binance',
        instrument: `${base}USDT`,
        base,
        multiplier: 1,
        quote: 'USDT',
        kind: 'perpetual',
      }),
  };
}

describe('a page that invents coins', () => {
  test('takes no held coin out of the polls', async () => {
    const { world, service, show } = await createHolder();
    for (let index = 0; index < 12; index += 1) {
      world.nowMs += 3_000;
      await show(`MADEUP${index}`);
    }
    const before = world.requests.length;
    world.nowMs += 30_000;

    await service.tick();

    expect(world.requests.length - before).toBeGreaterThan(0);
    expect(await service.watched()).toEqual(['BTCUSDT']);
    expect(world.reports.get('BTCUSDT')?.at).toBe(world.nowMs);
  });

  test('leaves nothing in the storage and asks the venues nothing', async () => {
    const { world, show } = await createHolder();
    const [rows, requests] = [[...world.rows.keys()], world.requests.length];

    for (let index = 0; index < 1_200; index += 1) {
      world.nowMs += 10;
      await show(`MADEUP${index}`);
    }

    expect([...world.rows.keys()]).toEqual(rows);
    expect([...world.reports.keys()]).toEqual(['BTCUSDT']);
    expect(world.requests).toHaveLength(requests);
    expect(world.leases).toEqual({});
  });

  test('is told that no venue lists them', async () => {
    const { show } = await createHolder();

    expect(await show('MADEUP')).toMatchObject({ isListed: false, isNew: false });
    expect(await show('REAL1')).toMatchObject({ isListed: true, isNew: true });
  });
});

describe('a page that changes its address', () => {
  test('a hundred times a second has one market, and is listened to ten times and then each two seconds', async () => {
    const { world, service, show } = await createHolder();
    const startMs = world.nowMs;
    let answered = 0;
    while (world.nowMs < startMs + 4_000) {
      world.nowMs += 10;
      if ((await show(`REAL${(world.nowMs / 10) % 30}`)) !== null) answered += 1;
    }

    expect(answered).toBe(11);
    expect(Object.keys(world.leases)).toEqual(['tab']);
    expect(await service.watched()).toHaveLength(2);
  });

  test('in thirty tabs leaves the held coin polled', async () => {
    const { service, show } = await createHolder();

    for (let index = 0; index < 30; index += 1) await show(`REAL${index}`, `tab ${index}`);

    expect(await service.watched()).toHaveLength(12);
    expect(await service.watched()).toContain('BTCUSDT');
  });
});

test('of all coins that a page names one after the other thirty keep what was loaded, and the one in front', async () => {
  const { world, service, show } = await createHolder();
  const loaded = (): ReadonlySet<string> =>
    new Set(
      [...world.rows.keys()]
        .map((name) => JSON.parse(name) as string[])
        .flatMap(([store, market = '', , kind]) =>
          store === 'chunks' && kind === 'candles' ? [market] : [],
        ),
    );

  for (let index = 0; index < 32; index += 1) {
    world.nowMs += 3_000;
    await show(`REAL${index}`);
    await service.poll(`REAL${index}USDT`);
  }

  const names = Array.from({ length: 31 }, (_, index) => `REAL${index + 1}USDT`);
  expect(loaded()).toEqual(new Set(['BTCUSDT', ...names]));
  expect([...world.reports.keys()]).not.toContain('REAL0USDT');
});

test('a coin listed since the lists were last asked for is found when they are due', async () => {
  const { world, show } = await createHolder();
  expect(await show('REAL1')).toMatchObject({ isListed: true });
  world.nowMs += 25 * 3_600_000;
  const before = world.requests.filter(({ url }) => url.includes('instruments')).length;

  await show('BRANDNEW');

  const asked = world.requests.filter(({ url }) => url.includes('instruments')).length - before;
  expect(asked).toBe(2);
});
