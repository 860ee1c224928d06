import { expect, test } from 'vitest';

import { rememberRows } from '../../core/ledger/row-memory.ts';
import { createQuoteReader } from '../../core/service/read-quote.ts';
import { createWatchService } from '../../core/service/watch-service.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MARKET = 'BTCUSDT';
const VENUES = ['binance', 'bybit', 'okx'] as const;

/** Bitcoin on three venues, loaded, and what was looked up in its rows. */
async function createLoaded() {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: VENUES };
  const ports = createPorts(world);
  const { database, news } = rememberRows(ports.database);
  const worker = createWatchService(
    { ...ports, database },
    createFakeVenues(NOW_MS / 1000 - 86_400 * 2),
    news,
  );
  while (await worker.poll(MARKET));
  let lookedUp = 0;
  const counting = {
    ...database,
    get: async (...[store, key]: Parameters<typeof database.get>) => {
      lookedUp += 1;
      return database.get(store, key);
    },
  } as typeof database;
  return { world, worker, database, counting, lookedUp: () => lookedUp };
}

test('a quote of rows that nobody has written to looks none of the venues’ up again', async () => {
  const { counting, lookedUp } = await createLoaded();
  const read = createQuoteReader(counting, MARKET);
  const beside = { newer: null, pageVenue: 'bybit', nowMs: NOW_MS } as const;
  const first = await read(VENUES, beside);
  const before = lookedUp();

  const second = await read(VENUES, { ...beside, nowMs: NOW_MS + 2_000 });

  // What was set aside.
  expect(lookedUp() - before).toBe(1);
  expect(second.price).toBe(first.price);
});

test('it is after each poll what one says that has read nothing before', async () => {
  const { world, worker, database } = await createLoaded();
  const read = createQuoteReader(database, MARKET);
  for (let poll = 0; poll < 12; poll++) {
    // Up to a bar that is too old to speak of now.
    const nowMs = world.nowMs + (poll % 4 === 3 ? 31 * 60_000 : 1_000);
    const venues = poll % 5 === 4 ? VENUES.slice(1) : VENUES;
    const beside = { newer: null, pageVenue: 'bybit', nowMs } as const;

    expect(await read(venues, beside), `poll ${poll}`).toEqual(
      await createQuoteReader(database, MARKET)(venues, beside),
    );

    world.nowMs += 150_000;
    while (await worker.poll(MARKET));
  }
});
