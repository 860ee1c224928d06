import { describe, expect, test } from 'vitest';

import type { EngineRow } from '../../core/ledger/tables/engine.ts';
import { HttpError } from '../../core/market/errors.ts';
import type { HttpRequest } from '../../core/market/http-request.ts';
import { DAY_S, HOUR_MS } from '../../core/market/time.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import { seededRandom } from '../support/build-bars.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const LISTED_S = NOW_MS / 1000 - 1.5 * DAY_S;
const MARKET = 'BTCUSDT';
const ENGINE = JSON.stringify(['engine', MARKET]);

const engineOf = (world: World): EngineRow => world.rows.get(ENGINE) as EngineRow;

const createMarket = (special: Parameters<typeof createFakeVenues>[1] = {}) => {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance', 'bybit', 'okx'] };
  const failing = new Set<VenueId>();
  world.answer = ({ url }: HttpRequest) => {
    if ([...failing].some((venue) => url.includes(`//${venue}.`))) throw new HttpError(503, url);
    return 'ok';
  };
  const venues = createFakeVenues(LISTED_S, special);
  let service = startWorker(createPorts(world), venues);
  const pollAfter = async (waitMs: number): Promise<void> => {
    world.nowMs += waitMs;
    while (await service.poll(MARKET));
  };
  const restart = (): void => {
    service = startWorker(createPorts(world), venues);
  };
  return { world, venues, failing, pollAfter, restart };
};

/** The engine that a worker makes of all bars that are stored, while no venue answers. */
async function engineMadeAnew({ world, venues }: ReturnType<typeof createMarket>): Promise<EngineRow> {
  const answer = (): never => {
    throw new HttpError(503, 'no venue answers');
  };
  const other = { ...createWorld(world.nowMs), settings: world.settings, answer };
  for (const [key, row] of world.rows) if (key !== ENGINE) other.rows.set(key, structuredClone(row));
  const service = startWorker(createPorts(other), venues);
  while (await service.poll(MARKET));
  return engineOf(other);
}

describe('the engine after a while in which the browser was closed', () => {
  test('goes on from where it was: nothing is made anew', { timeout: 60_000 }, async () => {
    const { world, pollAfter, restart } = createMarket();
    await pollAfter(0);
    const before = engineOf(world);

    restart();
    await pollAfter(5 * HOUR_MS);

    const after = engineOf(world);
    expect(after.basis).toBe(before.basis);
    expect(after.lastOpenS).toBe(before.lastOpenS + 5 * 3600);
  });

  test(
    'waits a day for what a venue has still to tell, then goes on without',
    { timeout: 60_000 },
    async () => {
      let lateS = 0;
      const market = createMarket({ bybit: { pageRows: 1000, lateS: () => lateS } });
      const { world, pollAfter } = market;
      await pollAfter(0);
      const { basis, lastOpenS } = engineOf(world);
      // The newest bar that closed half an hour ago.
      expect(lastOpenS).toBe(Date.UTC(2026, 0, 15, 11, 55) / 1000);

      // Bybit has told the bar of 12:25; it may still correct that and the one before.
      lateS = 30 * 3600;
      await pollAfter(5 * HOUR_MS);
      expect(engineOf(world)).toMatchObject({ basis, lastOpenS: Date.UTC(2026, 0, 15, 12, 15) / 1000 });

      await pollAfter(20 * HOUR_MS);
      // A day before 13:34:56 of the day after.
      expect(engineOf(world).lastOpenS).toBe(Date.UTC(2026, 0, 15, 13, 25) / 1000);

      lateS = 0;
      await pollAfter(HOUR_MS);
      expect(engineOf(world).lastOpenS).toBe(lastOpenS + 26 * 3600);
      expect(engineOf(world)).toEqual(await engineMadeAnew(market));
    },
  );
});

test(
  'whatever fails, comes late or is slept through, the engine is the one that is made of the stored bars',
  { timeout: 120_000 },
  async () => {
    const random = seededRandom(5);
    let lateS = 0;
    const market = createMarket({ bybit: { lateS: () => lateS } });
    const pick = <T>(...values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
    let goesOn = 0;
    let basis = '';

    for (let look = 0; look < 12; look++) {
      for (let poll = 0; poll < 3; poll++) {
        if (random() < 0.3) lateS = pick(0, 0, 400, 2400, 9000, 90_000);
        if (random() < 0.3) market.failing.clear();
        if (random() < 0.2) market.failing.add(pick('okx', 'bybit', 'binance'));
        if (random() < 0.2) market.restart();
        await market.pollAfter(pick(30_000, 310_000, 310_000, 2_000_000, 2 * HOUR_MS, 9 * HOUR_MS));
        const engine = engineOf(market.world);
        goesOn += Number(engine.basis === basis);
        basis = engine.basis;
      }

      expect(engineOf(market.world), `look ${look}`).toEqual(await engineMadeAnew(market));
    }

    expect(goesOn).toBeGreaterThan(12);
  },
);
