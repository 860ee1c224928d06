import { describe, expect, test } from 'vitest';

import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;

/** Prices stand around 100; 3 is another coin's. */
const ANOTHER_COIN = 0.03;

const createMarket = (venues: World['settings']['venues']) => {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues };
  let factor = 1;
  const fakes = createFakeVenues(NOW_MS / 1000 - 86_400, {
    okx: { tickerFactor: () => factor, pageRows: 1000 },
  });
  const service = startWorker(createPorts(world), fakes);
  return {
    world,
    poll: async (minutes: number, okxFactor: number) => {
      factor = okxFactor;
      world.nowMs = NOW_MS + minutes * MINUTE_MS;
      while (await service.poll('BTCUSDT'));
      return world.reports.get('BTCUSDT');
    },
  };
};

const tickerLine = (world: World) =>
  world.reports.get('BTCUSDT')?.sources.find(({ venue, kind }) => venue === 'okx' && kind === 'ticker');

describe('a price of another coin', () => {
  test('is not shown at the first load, although nobody else answers', async () => {
    const market = createMarket(['okx']);

    const report = await market.poll(0, ANOTHER_COIN);

    expect(report).toMatchObject({ price: null, map: null, clusters: [] });
    expect(tickerLine(market.world)).toMatchObject({ status: 'failed', code: 'set-aside' });
  });

  test('does not replace the price that was known, and is asked for again', async () => {
    const market = createMarket(['okx']);
    const before = await market.poll(0, 1);

    const during = await market.poll(1, ANOTHER_COIN);
    expect(during?.price).toBe(before?.price);
    expect(tickerLine(market.world)).toMatchObject({ status: 'stale', code: 'glitch' });

    const after = await market.poll(3, 1);
    expect(after?.price).toBeGreaterThan(80);
    expect(tickerLine(market.world)).toMatchObject({ status: 'ok' });
  });

  test('is set aside at once when the others agree on another one', async () => {
    const market = createMarket(['binance', 'bybit', 'okx']);
    await market.poll(0, 1);

    const report = await market.poll(1, ANOTHER_COIN);

    expect(report?.price).toBeGreaterThan(80);
    expect(tickerLine(market.world)).toMatchObject({
      code: 'set-aside',
      aside: { quantity: 'price', by: 'others', others: 2 },
    });
  });

  test('that is told for a quarter of an hour is taken, and its bars decide', async () => {
    const market = createMarket(['okx']);
    await market.poll(0, 1);

    const prices: (number | null | undefined)[] = [];
    for (let minutes = 0.5; minutes <= 25; minutes += 0.5)
      prices.push((await market.poll(minutes, 0.7))?.price);

    expect(prices.slice(0, 16).every((price) => price != null && price > 80)).toBe(true);
    expect(tickerLine(market.world)?.at).toBeGreaterThan(NOW_MS + 10 * MINUTE_MS);
  });
});
