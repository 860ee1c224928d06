import { expect, test } from 'vitest';

import { rememberRows } from '../../core/ledger/row-memory.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { createWatchService } from '../../core/service/watch-service.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';

/** 2026-01-15 22:34:56 UTC. */
const NOW_MS = 1_768_516_496_000;
const MARKET = 'BTCUSDT';

/** A worker that has loaded three days of six venues, and what its polls cost from then on. */
async function loadedMarket() {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: VENUE_IDS };
  const ports = createPorts(world);
  const cost = { rows: 0, reports: 0 };
  const { database } = rememberRows({
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
  const venues = createFakeVenues(NOW_MS / 1000 - 3 * 86_400);
  const service = createWatchService({ ...ports, database, storage }, venues);
  while (await service.poll(MARKET));
  const costOfPollAt = async (nowMs: number) => {
    Object.assign(cost, { rows: 0, reports: 0 });
    world.nowMs = nowMs;
    while (await service.poll(MARKET));
    return { ...cost };
  };
  await costOfPollAt(NOW_MS + 30_000);
  return { world, costOfPollAt };
}

test('a poll makes one report of what all venues answered, and none where nothing was due', async () => {
  const { world, costOfPollAt } = await loadedMarket();

  const costs = [await costOfPollAt(NOW_MS + 60_000), await costOfPollAt(NOW_MS + 63_000)];

  expect(costs.map(({ reports }) => reports)).toEqual([1, 0]);
  expect(world.reports.get(MARKET)?.at).toBe(NOW_MS + 60_000);
});
