import { describe, expect, test } from 'vitest';

import { readPast } from '../../core/ledger/map-past.ts';
import { usdOfCell } from '../../core/market/map-cells.ts';
import { cellsOf, type MapWindow } from '../../core/market/map-window.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const DAY_S = 86_400;
const MINUTE_MS = 60_000;

const worldOf = () => {
  const world = createWorld(NOW_MS);
  const special = { pageRows: 1000 };
  const venues = createFakeVenues(NOW_MS / 1000 - 500 * DAY_S, { binance: special, bybit: special });
  const start = () => startWorker(createPorts(world), venues);
  return { world, start };
};

const load = async (service: ReturnType<typeof startWorker>): Promise<void> => {
  while (await service.poll('BTCUSDT'));
};

const pastOf = (world: ReturnType<typeof createWorld>) =>
  readPast(createPorts(world).database, 'BTCUSDT', world.nowMs / 1000);

describe("the map's past", { timeout: 120_000 }, () => {
  test('is there after the first load: a column for each quarter of an hour, then for each hour', async () => {
    const { world, start } = worldOf();
    const service = start();
    await load(service);
    const { atS, cells, firstBin } = await pastOf(world);
    const newest = atS.at(-1) ?? 0;

    // What may still change is not kept yet.
    expect(world.nowMs / 1000 - newest).toBeLessThan(3_600);
    expect(atS.filter((at) => at > world.nowMs / 1000 - 2 * DAY_S).length).toBeGreaterThanOrEqual(188);
    expect(atS.length).toBeGreaterThan(850);
    expect(atS.length).toBeLessThanOrEqual(865);
    expect(cells.filter((cell) => cell > 0).length).toBeGreaterThan(100_000);

    const asked = {
      market: 'BTCUSDT',
      map: 'exposure',
      venue: 'all',
      columnS: 900,
      firstBin: firstBin.at(-1) ?? 0,
      bins: 401,
    } as const;
    const window = await service.mapHistory('tab', { ...asked, fromS: newest - 900, columns: 2 });
    expect(window?.price.every((price) => price !== null)).toBe(true);
    expect(window === null ? null : cellsOf(window).slice(401)).toEqual(cells.slice(-401));
    expect(await service.mapHistory('tab', { ...asked, fromS: 0, columns: 500 })).toBeNull();

    // Another map is made when asked for: of one of two venues that tell the same, about half of the dollars.
    const span = { ...asked, fromS: newest, columns: 1 };
    const both = await service.mapHistory('tab', span);
    const one = await service.mapHistory('tab', { ...span, venue: 'binance' });
    const forced = await service.mapHistory('tab', { ...span, map: 'forced' });
    expect((one?.totalLongUsd[0] ?? 0) / (both?.totalLongUsd[0] ?? 0)).toBeCloseTo(0.5, 1);
    expect(forced?.totalLongUsd).toEqual(both?.totalLongUsd);
    const sum = (cells: MapWindow | null): number =>
      cells === null ? NaN : cellsOf(cells).reduce((total, cell) => total + usdOfCell(cell), 0);
    expect(sum(forced)).toBeGreaterThan(0);
    expect(sum(forced)).toBeLessThan(sum(both) / 3);

    // So is the ladder that others draw on the same bars, which adds turnover up where ours is open interest.
    const ladder = await service.mapHistory('tab', { ...span, map: 'ladder' });
    expect(ladder?.price).toEqual(both?.price);
    expect(sum(ladder)).toBeGreaterThan(0);
    expect(ladder?.totalLongUsd).not.toEqual(both?.totalLongUsd);

    // Days that have passed are thinned to hours, and what is older than thirty days goes.
    world.nowMs += 4 * DAY_S * 1000;
    await load(start());
    const rows = await createPorts(world).database.list('mapColumns', ['BTCUSDT']);
    const nowS = world.nowMs / 1000;
    const times = rows.flatMap(({ value }) => [...value.columns.atS]);
    expect(times.filter((at) => at < nowS - 4 * DAY_S && at % 3600 !== 0)).toEqual([]);
    expect(Math.min(...times)).toBeGreaterThan(nowS - 31 * DAY_S);
  });

  test('goes on by a column a quarter, the same whether the worker lives or is started anew', async () => {
    const alive = worldOf();
    const killed = worldOf();
    const service = alive.start();
    await load(service);
    await load(killed.start());
    const before = await pastOf(alive.world);
    for (let minute = 0; minute < 45; minute += 5) {
      alive.world.nowMs += 5 * MINUTE_MS;
      killed.world.nowMs += 5 * MINUTE_MS;
      await load(service);
      await load(killed.start());
    }
    const after = await pastOf(alive.world);

    expect(after.atS.filter((at) => at > (before.atS.at(-1) ?? 0))).toHaveLength(3);
    expect(await pastOf(killed.world)).toEqual(after);
  });
});
