import { expect, test, vi } from 'vitest';

import { stepWith } from '../../../core/engine/inventory.ts';
import { rememberRows } from '../../../core/ledger/row-memory.ts';
import { INSTALLED_VENUES } from '../../../core/venues/origins.ts';
import { createWatchService } from '../../../core/service/watch-service.ts';
import { createPorts, createWorld } from '../support/fake-ports.ts';
import { createFakeVenues } from '../support/fake-venues.ts';

vi.mock(import('../../../core/engine/inventory.ts'), async (importOriginal) => {
  const real = await importOriginal();
  return { ...real, stepWith: vi.fn(real.stepWith) };
});

/** 2026-01-15 22:34:56 UTC. */
const NOW_MS = 1_768_516_496_000;
const MARKET = 'BTCUSDT';

/** A worker that has loaded three days of six venues, and what its polls cost from then on. */
async function loadedMarket() {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: INSTALLED_VENUES };
  const ports = createPorts(world);
  const cost = { rows: 0, reports: 0 };
  const { database, news } = rememberRows({
    ...ports.database,
    get: async (store, key) => {
      cost.rows++;
      return ports.database.get(store, key);
    },
    list: async (store, prefix) => {
      const listed = await ports.database.list(store, prefix);
      cost.rows += listed.length;
      return listed;
    },
  });
  const storage = {
    ...ports.storage,
    writeReport: async (report: Parameters<typeof ports.storage.writeReport>[0]) => {
      cost.reports++;
      await ports.storage.writeReport(report);
    },
  };
  let stoppedAtMs: number | null = null;
  const clock = () => stoppedAtMs ?? world.nowMs;
  const venues = createFakeVenues(
    NOW_MS / 1000 - 3 * 86_400,
    Object.fromEntries(INSTALLED_VENUES.map((id) => [id, { clock }])),
  );
  const service = createWatchService({ ...ports, database, storage }, venues, news);
  while (await service.poll(MARKET));
  const costOfPollAt = async (nowMs: number) => {
    Object.assign(cost, { rows: 0, reports: 0 });
    vi.mocked(stepWith).mockClear();
    world.nowMs = nowMs;
    while (await service.poll(MARKET));
    return { ...cost, steps: vi.mocked(stepWith).mock.calls.length };
  };
  await costOfPollAt(NOW_MS + 30_000);
  const stopVenues = () => {
    stoppedAtMs = world.nowMs;
  };
  return { world, costOfPollAt, stopVenues };
}

test('a poll makes one report of what all venues answered, and none where nothing was due', async () => {
  const { world, costOfPollAt } = await loadedMarket();

  const costs = [await costOfPollAt(NOW_MS + 60_000), await costOfPollAt(NOW_MS + 63_000)];

  expect(costs.map(({ reports }) => reports)).toEqual([1, 0]);
  expect(world.reports.get(MARKET)?.at).toBe(NOW_MS + 60_000);
});

test('what venues tell once more is no news: it is told again once a minute', async () => {
  const { world, costOfPollAt, stopVenues } = await loadedMarket();
  stopVenues();
  await costOfPollAt(NOW_MS + 120_000);

  const costs = [
    await costOfPollAt(NOW_MS + 150_000),
    await costOfPollAt(NOW_MS + 180_000),
    await costOfPollAt(NOW_MS + 210_000),
  ];

  expect(costs.map(({ reports }) => reports)).toEqual([0, 1, 0]);
  expect(world.reports.get(MARKET)?.sources.map(({ at }) => at)).toContain(NOW_MS + 180_000);
});

/** Bars of the last half hour are stepped each time, because they may still change, and one that settles for good. */
const MOST_STEPS = 8;
/** What each venue has spent, and the few rows that are read once an hour or less. */
const MOST_ROWS = 20;

test('a poll between two closes of a bar steps none', async () => {
  const { costOfPollAt } = await loadedMarket();
  // 22:35 has just closed one, and 22:40 closes the next.
  await costOfPollAt(NOW_MS + 64_000);

  const costs = [await costOfPollAt(NOW_MS + 124_000), await costOfPollAt(NOW_MS + 184_000)];

  expect(costs.map(({ reports, steps }) => ({ reports, steps }))).toEqual([
    { reports: 1, steps: 0 },
    { reports: 1, steps: 0 },
  ]);
});

test('a poll reads no history again and steps no settled bar again, whether a bar closes or not', async () => {
  const { costOfPollAt } = await loadedMarket();

  for (let poll = 2; poll < 24; poll++) {
    const { rows, steps } = await costOfPollAt(NOW_MS + poll * 30_000);
    expect(rows, `rows read by poll ${poll}`).toBeLessThanOrEqual(MOST_ROWS);
    expect(steps, `bars stepped by poll ${poll}`).toBeLessThanOrEqual(MOST_STEPS);
  }
});
