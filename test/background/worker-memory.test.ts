import { expect, test } from 'vitest';

import { changesOf } from '../../core/ledger/forced-orders/order-log.ts';
import { IN_DOUBT, rememberRows } from '../../core/ledger/row-memory.ts';
import { INSTALLED_VENUES } from '../../core/venues/origins.ts';
import { createWatchService, type WatchService } from '../../core/service/watch-service.ts';
import { seededRandom } from '../support/build-bars.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { type Lie, lying } from './support/lying-venue.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MARKET = 'BTCUSDT';
const POLLS = 110;
/** A day of polls, some of them in a row and some after a while. */
const WAITS_MS = [30_000, 30_000, 310_000, 900_000, 700_000];

/** Lies of one venue: from which poll, until which, and what. */
const LIES: readonly (readonly [from: number, until: number, lie: Lie])[] = [
  [20, 28, { kind: 'price', factor: 1.2 }],
  [45, 51, { kind: 'open-interest', factor: 7 }],
  [65, 85, { kind: 'missing' }],
  [100, 102, { kind: 'other-coin' }],
];

/** A worker on `world`, which remembers, or at each of `pollOf` knows of what it has read only that it has told of it. */
function createWorker(world: World, lieOf: () => Lie | null, pollOf: (() => number) | null) {
  const ports = createPorts(world);
  const memory =
    pollOf === null
      ? rememberRows(ports.database)
      : {
          database: { ...ports.database, state: () => ({ generation: pollOf(), isLasting: true }) },
          news: IN_DOUBT,
        };
  const { database, news } = memory;
  const venues = createFakeVenues(NOW_MS / 1000 - 1.5 * 86_400, {
    okx: { lateS: 400 },
    gate: { hasOpenInterestHistory: false },
  });
  const service = createWatchService(
    { ...ports, database },
    { ...venues, bybit: lying(venues.bybit, lieOf) },
    news,
  );
  return { database, service };
}

const pollAll = async (service: WatchService): Promise<void> => {
  while (await service.poll(MARKET));
};

test(
  'a worker that remembers, and dies at any time, tells and stores what one tells that reads everything anew',
  { timeout: 120_000 },
  async () => {
    const random = seededRandom(11);
    let poll = 0;
    const lieOf = (): Lie | null => LIES.find(([from, until]) => poll >= from && poll < until)?.[2] ?? null;
    const worlds = [createWorld(NOW_MS), createWorld(NOW_MS)] as const;
    for (const world of worlds) world.settings = { ...world.settings, venues: INSTALLED_VENUES };
    const start = () =>
      [createWorker(worlds[0], lieOf, null), createWorker(worlds[1], lieOf, () => poll)] as const;
    let workers = start();

    for (; poll < POLLS; poll++) {
      const waitMs = WAITS_MS[poll % WAITS_MS.length] ?? 0;
      for (const world of worlds) world.nowMs += waitMs;
      if (random() < 0.05) workers = start();
      const order = {
        atMs: worlds[0].nowMs - (random() < 0.05 ? 4_000_000 : 20_000),
        venue: 'okx' as const,
        base: 'BTC',
        side: random() < 0.5 ? ('long' as const) : ('short' as const),
        orderPrice: 100,
        filledPrice: null,
        quantityBase: random(),
        notionalUsd: 50,
      };
      for (const { database } of workers) {
        const { nowMs } = worlds[0];
        const stretches = [{ fromMs: nowMs - waitMs, untilMs: nowMs }];
        const heard = { market: MARKET, venue: 'okx' as const, batches: [[order]], stretches };
        await database.commit(await changesOf(database, heard, nowMs));
      }
      for (const { service } of workers) await pollAll(service);

      expect(worlds[0].reports.get(MARKET), `poll ${poll}`).toEqual(worlds[1].reports.get(MARKET));
    }

    const stored = ({ rows }: World) => [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
    expect(stored(worlds[0])).toEqual(stored(worlds[1]));
    const report = worlds[0].reports.get(MARKET);
    expect(report?.clusters.length).toBeGreaterThan(0);
  },
);
