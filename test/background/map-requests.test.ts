import { expect, test } from 'vitest';

import { PAST_KINDS } from '../../core/market/map-window.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { createMapHistory, type MapHistoryRequest } from '../../core/service/map-history.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;

const WINDOW = { market: 'BTCUSDT', fromS: 0, columnS: 900, columns: 1, firstBin: 0, bins: 1 } as const;

/** More maps than a page may have made at once. */
const MAPS: readonly MapHistoryRequest[] = PAST_KINDS.flatMap((map) =>
  VENUE_IDS.map((venue) => ({ ...WINDOW, map, venue })),
);

/** A map is begun with a reading of the settings, which `holdUp` can hold up. */
function createCounted() {
  const world = createWorld(NOW_MS);
  const ports = createPorts(world);
  const counts = { begun: 0, holdUp: Promise.resolve() };
  const storage = {
    ...ports.storage,
    readSettings: async () => {
      counts.begun += 1;
      await counts.holdUp;
      return ports.storage.readSettings();
    },
  };
  const ask = createMapHistory({ ...ports, storage }, createFakeVenues(0));
  return { world, counts, ask };
}

test('a page has ten other maps made at once, and then one each two seconds; another page is not charged', async () => {
  const { world, counts, ask } = createCounted();

  const answers = await Promise.all(MAPS.map((asked) => ask('tab', asked)));

  expect(MAPS.length).toBeGreaterThan(11);
  expect(answers.filter((answer) => answer !== null)).toHaveLength(10);
  expect(counts.begun).toBe(10);
  const last = MAPS.at(-1)!;
  expect(await ask('tab', last)).toBeNull();
  expect(await ask('other tab', last)).not.toBeNull();
  world.nowMs += 2_000;
  expect(await ask('tab', MAPS[0]!)).not.toBeNull();
});

test('a map that is held, or kept, is not counted', async () => {
  const { counts, ask } = createCounted();

  for (let asked = 0; asked < 20; asked += 1) {
    expect(await ask('tab', MAPS[0]!)).not.toBeNull();
    expect(await ask('tab', { ...WINDOW, map: 'exposure', venue: 'all' })).not.toBeNull();
  }

  expect(counts.begun).toBe(1);
});

test('one map is made at a time, whoever asks', async () => {
  const { counts, ask } = createCounted();
  const hold = Promise.withResolvers<void>();
  counts.holdUp = hold.promise;

  const asked = [ask('tab', MAPS[0]!), ask('other tab', MAPS[1]!)];
  await new Promise((resolve) => setTimeout(resolve));
  expect(counts.begun).toBe(1);
  hold.resolve();

  expect(await Promise.all(asked)).not.toContain(null);
  expect(counts.begun).toBe(2);
});
