import { afterAll, beforeAll, expect, test } from 'vitest';

import { createRandom } from '../../core/market/random.ts';
import { VENUES } from '../../core/venues/registry.ts';
import { BTC_ALONE } from '../exchange/scenarios/january-2026.ts';
import { startExchange, type RunningExchange } from '../exchange/start-exchange.ts';
import { createWorld, mortal, type World } from './support/fake-ports.ts';
import { portsTo } from './support/simulated-world.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MARKET = 'BTCUSDT';
const KILLS = 10;
const SEED = 7;

/** Effects that a worker lives for at most; a first load takes several hundred. */
const MOST_EFFECTS = 60;

/** Of this machine: a request is never given up. */
const TIMEOUT_MS = 60_000;

let exchange: RunningExchange;
beforeAll(async () => {
  // A market that stands still gives every worker the same answers.
  exchange = await startExchange({ scenario: BTC_ALONE, clock: () => NOW_MS, endsAtMs: NOW_MS });
}, 60_000);
afterAll(() => exchange.close(), 60_000);

async function loaded(kills: number): Promise<World> {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance', 'bybit', 'hyperliquid'] };
  const random = createRandom(SEED);
  const ports = () => portsTo(exchange, world, TIMEOUT_MS);
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = mortal(ports(), 1 + Math.floor(random() * MOST_EFFECTS), random() < 0.5);
    const service = startWorker(worker.ports, VENUES);
    const load = async () => {
      while (await service.poll(MARKET));
    };
    await Promise.race([load(), worker.death]);
  }
  const service = startWorker(ports(), VENUES);
  while (await service.poll(MARKET));
  return world;
}

/** What was loaded: bars of every venue, without what was spent on asking and when. */
function barsOf({ rows }: World) {
  return [...rows].filter(([key]) => key.startsWith('["chunks"')).sort(([a], [b]) => (a < b ? -1 : 1));
}

function figuresOf({ reports }: World) {
  const report = reports.get(MARKET);
  if (report?.map == null) throw new Error('no map');
  // The forced map is left out: it refills with the time since a price was visited, which differs between runs.
  const { longForcedUsd: _long, shortForcedUsd: _short, ...exposure } = report.map;
  return { exposure, base: report.openInterest.base, warmUp: report.warmUp };
}

test('a worker killed ten times at seeded points of a first load from the simulated exchange stores what an uninterrupted one stores', async () => {
  const uninterrupted = await loaded(0);
  const killed = await loaded(KILLS);

  expect(figuresOf(uninterrupted).warmUp.done).toBe(true);
  expect(figuresOf(killed)).toEqual(figuresOf(uninterrupted));
  expect(barsOf(killed)).toEqual(barsOf(uninterrupted));
}, 120_000);
