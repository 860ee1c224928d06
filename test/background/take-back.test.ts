import { describe, expect, test } from 'vitest';

import { isOfALie } from '../../core/ledger/aside-log.ts';
import { readListening, readOrders } from '../../core/ledger/forced-orders/read-orders.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { HOUR_S, listen, live, poll, rowsOf, skillOf, START_S } from './support/heard-market.ts';
import { createLyingMarket } from './support/lying-market.ts';

const barsOf = ({ rows }: World) =>
  [...rows]
    .filter(([key]) => /^\["chunks".*"(candles|daily|burn-in)"/.test(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('a lie of the only venue, which nothing contradicts, is taken back', () => {
  test('and the market is as if it had never been told', async () => {
    const [lying, honest] = [createLyingMarket(['binance']), createLyingMarket(['binance'])];
    for (const atS of [0, 3600, 7200, 9000]) {
      await honest.poll(atS);
      await lying.poll(atS, atS === 7200 ? { kind: 'price', factor: 1.08 } : null);
    }
    const { nowMs } = lying.world;
    expect(barsOf(lying.world)).not.toEqual(barsOf(honest.world));

    await lying.service.takeBack({
      venue: 'binance',
      fromMs: nowMs - 5400_000,
      untilMs: nowMs - 1800_000,
      quantity: 'price',
    });
    const report = await lying.poll(9010);

    const truth = await honest.poll(9010);
    expect(barsOf(lying.world)).toEqual(barsOf(honest.world));
    for (const figure of ['price', 'map', 'clusters', 'levels', 'openInterest'] as const)
      expect(report[figure]).toEqual(truth[figure]);
  });

  test('while a poll is under way, it waits for the poll', async () => {
    const { service, world, poll: pollAt } = createLyingMarket(['binance']);
    await pollAt(0);
    world.nowMs += 3600_000;
    const polled = service.poll('BTCUSDT');
    await service.takeBack({ venue: 'binance', fromMs: world.nowMs - 7200_000, untilMs: world.nowMs + 1 });
    const { database } = createPorts(world);

    const candles = await database.get('sources', ['BTCUSDT', 'binance', 'candles']);
    expect(candles?.data).toMatchObject({ coverage: { untilS: world.nowMs / 1000 - 7200 - 296 } });
    expect((await database.get('sources', ['BTCUSDT', 'binance', 'ticker']))?.data).toBeNull();
    await polled;
  });
});

describe('forced orders that were no orders are taken back', () => {
  const HOURS = 6;
  const lie = {
    venue: 'bybit',
    fromMs: (START_S + 3 * HOUR_S) * 1000,
    untilMs: (START_S + 4 * HOUR_S) * 1000,
    quantity: 'forced-orders',
  } as const;

  async function taken(): Promise<{ world: World; before: World }> {
    const world = createWorld(0);
    await listen(world, START_S - HOUR_S, START_S + 8 * HOUR_S);
    await live(world, HOURS);
    const before = { ...world, rows: new Map(world.rows) };
    const service = await poll(world, START_S + HOURS * HOUR_S + 50);
    await service.takeBack(lie);
    await poll(world, START_S + HOURS * HOUR_S + 60);
    return { world, before };
  }

  test('they stay stored and count no more, and the time is no silence', async () => {
    const { world, before } = await taken();
    const { database } = createPorts(world);
    const heard = await readListening(database, 'BTCUSDT');
    const range = { fromMs: START_S * 1000, untilMs: (START_S + 5 * HOUR_S) * 1000 };
    const orders = await readOrders(database, 'BTCUSDT', heard, range);

    // Two every ten minutes of the first three hours and of the fifth.
    expect(orders).toHaveLength(48);
    expect(orders.some(({ atMs }) => atMs >= lie.fromMs && atMs < lie.untilMs)).toBe(false);
    expect(heard.bybit?.stretches).toEqual([
      { fromMs: (START_S - HOUR_S) * 1000, untilMs: lie.fromMs },
      { fromMs: lie.untilMs, untilMs: (START_S + 8 * HOUR_S) * 1000 },
    ]);
    const ordersOf = ({ rows }: World) => [...rows].filter(([key]) => key.startsWith('["forcedOrders"'));
    expect(ordersOf(world)).toEqual(ordersOf(before));
  });

  test('forecasts and outcomes are kept as they were and marked, and the skill is of the others', async () => {
    const { world, before } = await taken();
    const log = (await createPorts(world).database.get('aside', ['BTCUSDT']))?.log ?? [];
    const hourly = (await rowsOf(world, 'outcomes')).filter(({ horizonS }) => horizonS === HOUR_S);

    expect(await rowsOf(world, 'outcomes')).toEqual(await rowsOf(before, 'outcomes'));
    expect(await rowsOf(world, 'forecasts')).toEqual(await rowsOf(before, 'forecasts'));
    // The fourth hour's own orders were false, and the later forecasts have learnt from them.
    expect(hourly.map((outcome) => isOfALie(log, outcome))).toEqual([false, false, false, true, true]);
    const learnt = (await skillOf(world))?.mixture.windows ?? NaN;
    expect(learnt).toBeGreaterThan(0);
    expect(learnt).toBeLessThan((await skillOf(before))?.mixture.windows ?? NaN);
  });

  test('what is not of the record leaves the skill as it was, to the last bit', async () => {
    const world = createWorld(0);
    await listen(world, START_S - HOUR_S, START_S + 8 * HOUR_S);
    await live(world, HOURS);
    const before = await skillOf(world);
    const service = await poll(world, START_S + HOURS * HOUR_S + 50);
    await service.takeBack({ ...lie, quantity: 'funding' });
    await poll(world, START_S + HOURS * HOUR_S + 60);

    expect(await skillOf(world)).toEqual(before);
  });
});
