import { describe, expect, test } from 'vitest';

import { chunkOf, hourOf } from '../../core/ledger/forced-orders/order-chunks.ts';
import type { Stretch } from '../../core/ledger/tables/listening.ts';
import type { ForcedOrder } from '../../core/market/forced-order.ts';
import { heardOrders, storedMargins } from '../../core/report/heard-orders.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

const MARKET = 'BTCUSDT';

/** 2026-01-15 00:00:00 UTC, the first row of a chunk of candles. */
const DAY_S = Date.UTC(2026, 0, 15) / 1000;

const order = (afterS: number, other: Partial<ForcedOrder> = {}): ForcedOrder => ({
  atMs: (DAY_S + afterS) * 1000,
  venue: 'bybit',
  base: 'BTC',
  side: 'long',
  orderPrice: 100,
  filledPrice: null,
  quantityBase: 2,
  notionalUsd: 200,
  ...other,
});

/** A day of bars from 99.5 to `high`, 1,000 coins each. */
const candles = (high: number) => {
  const all = (value: number) => new Float64Array(288).fill(value);
  const columns = { open: all(100), high: all(high), low: all(99.5), close: all(100), volumeBase: all(1000) };
  return { columns };
};

const ledgerWith = async (
  orders: readonly ForcedOrder[],
  { high = 101, takenBack = [] }: { high?: number; takenBack?: readonly Stretch[] } = {},
) => {
  const ports = createPorts(createWorld((DAY_S + 7200) * 1000));
  const stretches = [{ fromMs: DAY_S * 1000, untilMs: (DAY_S + 7200) * 1000 }];
  for (const venue of new Set(orders.map((one) => one.venue))) {
    await ports.database.commit([
      { store: 'listening', key: [MARKET, venue], value: { stretches, takenBack, revision: 0 } },
      { store: 'chunks', key: [MARKET, venue, 'candles', DAY_S / 86_400], value: candles(high) },
    ]);
    for (const hour of [0, 1].map((past) => hourOf(DAY_S * 1000) + past)) {
      const own = orders.filter((one) => one.venue === venue && hourOf(one.atMs) === hour);
      await ports.database.commit([
        { store: 'forcedOrders', key: [MARKET, venue, hour], value: chunkOf(own) },
      ]);
    }
  }
  return ports;
};

const asked = async (ports: ReturnType<typeof createPorts>, from = 0, until = 7200) =>
  heardOrders(
    ports.database,
    MARKET,
    { fromS: DAY_S + from, untilS: DAY_S + until },
    await storedMargins(ports.database, MARKET),
  );

describe('forced orders as views draw them', () => {
  test('stand at their fill, or where the market was: their own price moved back, inside their bar', async () => {
    // The price on an order of BTC at Bybit is .68 % worse than the market.
    const orders = [
      order(60),
      order(120, { side: 'short', orderPrice: 101, quantityBase: 3 }),
      order(180, { venue: 'gate', filledPrice: 100.25 }),
    ];

    const far = await asked(await ledgerWith(orders));
    const near = await asked(await ledgerWith(orders, { high: 100.5 }));

    const [fromS, close] = [DAY_S * 1000, (value: number): unknown => expect.closeTo(value, 4)];
    expect(far).toEqual({
      orders: [
        { atMs: fromS + 60_000, side: 'long', price: close(100.68), usd: 200, venue: 'bybit' },
        { atMs: fromS + 120_000, side: 'short', price: close(100.3132), usd: 303, venue: 'bybit' },
        { atMs: fromS + 180_000, side: 'long', price: close(100.25), usd: close(200.5), venue: 'gate' },
      ],
      isCut: false,
      isSampled: false,
    });
    expect(near.orders.map(({ price }) => price)).toEqual([100.5, close(100.3132), close(100.25)]);
  });

  test('are those of the time that is asked for, without what was taken back or cannot be', async () => {
    const orders = [
      order(59),
      order(60),
      order(600),
      order(660, { quantityBase: 2001 }),
      order(719.999),
      order(720),
    ];
    const takenBack = [{ fromMs: (DAY_S + 590) * 1000, untilMs: (DAY_S + 610) * 1000 }];

    const { orders: told } = await asked(await ledgerWith(orders, { takenBack }), 60, 720);

    expect(told.map(({ atMs }) => atMs - DAY_S * 1000)).toEqual([60_000, 719_999]);
  });

  test('are the 400 largest of more, and a feed that shows one a second makes them the least there were', async () => {
    const orders = Array.from({ length: 402 }, (_, index) =>
      order(10 * index, { venue: 'okx', quantityBase: index === 200 ? 0.5 : 1 + index / 1000 }),
    );

    const { orders: told, isCut, isSampled } = await asked(await ledgerWith(orders));

    expect({ count: told.length, isCut, isSampled }).toEqual({ count: 400, isCut: true, isSampled: true });
    // The first and the one in the middle are the smallest.
    expect(told[0]?.atMs).toBe((DAY_S + 10) * 1000);
    expect(told.map(({ atMs }) => atMs)).not.toContain((DAY_S + 2000) * 1000);
  });

  test('of a market that nobody listened to are none, and the worker says so', async () => {
    const service = startWorker(createPorts(createWorld(DAY_S * 1000)), createFakeVenues(0));

    const told = await service.heardOrders(MARKET, { fromS: DAY_S, untilS: DAY_S + 60 });

    expect(told).toEqual({ orders: [], isCut: false, isSampled: false });
  });
});
