import { describe, expect, test } from 'vitest';

import { createBars } from '../../core/market/bars.ts';
import type { ForcedOrder } from '../../core/market/forced-order.ts';
import { forcedStatistics } from '../../core/report/forced-statistics.ts';
import { chunkOf, hourOf } from '../../core/ledger/forced-orders/order-chunks.ts';
import { openInterestPeaks } from '../../core/report/open-interest-peaks.ts';
import { buildBars } from '../support/build-bars.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';

/** 2026-01-15 12:30:00 UTC. */
const NOW_MS = Date.UTC(2026, 0, 15, 12, 30);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('the highest open interest', () => {
  /** One bar of five minutes that closes at `atMs` with `openInterestBase` coins at 100 dollars. */
  const barAt = (atMs: number, openInterestBase: number) => {
    const bars = createBars(1);
    bars.openTimeS[0] = atMs / 1000 - 300;
    bars.close[0] = 100;
    bars.openInterestBase[0] = openInterestBase;
    return bars;
  };

  const midnightS = (atMs: number): number => (atMs - (atMs % DAY_MS)) / 1000;

  test('of each day outlives the bars it was seen in', async () => {
    const ports = createPorts(createWorld(NOW_MS));
    const before = NOW_MS - 600 * DAY_MS;
    await openInterestPeaks(ports, 'BTCUSDT', barAt(before, 900));

    const peaks = await openInterestPeaks(ports, 'BTCUSDT', barAt(NOW_MS, 500));

    expect([...peaks]).toEqual([
      [midnightS(before), { usd: 90_000, atMs: before }],
      [midnightS(NOW_MS), { usd: 50_000, atMs: NOW_MS }],
    ]);
  });

  test('of a market without bars is unknown', async () => {
    expect((await openInterestPeaks(createPorts(createWorld(NOW_MS)), 'BTCUSDT', null)).size).toBe(0);
  });
});

describe('forced orders', () => {
  const orderAt = (atMs: number, notionalUsd: number): ForcedOrder => ({
    atMs,
    venue: 'bybit',
    base: 'BTC',
    side: 'long',
    orderPrice: 100,
    filledPrice: null,
    quantityBase: notionalUsd / 100,
    notionalUsd,
  });

  const heard = async (orders: readonly ForcedOrder[], fromMs: number) => {
    const world = createWorld(NOW_MS);
    const ports = createPorts(world);
    await ports.database.commit([
      {
        store: 'listening',
        key: ['BTCUSDT', 'bybit'],
        value: { stretches: [{ fromMs, untilMs: NOW_MS }], revision: 0 },
      },
    ]);
    for (const hour of new Set(orders.map(({ atMs }) => hourOf(atMs)))) {
      const value = chunkOf(orders.filter(({ atMs }) => hourOf(atMs) === hour));
      await ports.database.commit([{ store: 'forcedOrders', key: ['BTCUSDT', 'bybit', hour], value }]);
    }
    return ports;
  };

  test('of a day are added up beside the reported days', async () => {
    const orders = [orderAt(NOW_MS - 50 * MINUTE_MS, 2e6), orderAt(NOW_MS - 5 * MINUTE_MS, 3e6)];
    const ports = await heard(orders, NOW_MS - 2 * 60 * MINUTE_MS);

    const { largestDays, burst, liquidations } = await forcedStatistics(ports, 'BTCUSDT', [], NOW_MS);

    // Two hours of listening say nothing of a day.
    expect(liquidations).toEqual({
      h1: {
        longUsd: expect.closeTo(5e6, -3),
        shortUsd: 0,
        isLowerBound: true,
        perVenue: [{ venue: 'bybit', longUsd: expect.closeTo(5e6, -3), shortUsd: 0, isLowerBound: false }],
      },
      h24: null,
    });
    expect(largestDays).toEqual([
      { date: '2025-10-10', usd: 19e9, reportedBy: 'coinglass', reportedOn: '2025-10-11' },
      { date: '2026-01-15', usd: expect.closeTo(5e6, -3) },
    ]);
    expect(burst).toBeNull();
  });

  test('are a burst against the busy quarter hours of the last week, once a day of them is known', async () => {
    const startMs = NOW_MS - 26 * 60 * MINUTE_MS;
    const orders = Array.from({ length: 104 }, (_, quarter) =>
      orderAt(startMs + quarter * 15 * MINUTE_MS, 1e5),
    );
    const ports = await heard([...orders, orderAt(NOW_MS - MINUTE_MS, 9e5)], startMs);
    for (let atMs = startMs + 60 * MINUTE_MS; atMs < NOW_MS; atMs += 60 * MINUTE_MS) {
      await forcedStatistics(ports, 'BTCUSDT', [], atMs);
    }

    const bars = buildBars([]);
    const { burst } = await forcedStatistics(ports, 'BTCUSDT', [], NOW_MS);
    const complete = await forcedStatistics(ports, 'BTCUSDT', [{ venue: 'bybit', bars }], NOW_MS);

    expect(complete.liquidations.h24).toMatchObject({ shortUsd: 0, isLowerBound: false });
    // 96 quarter hours of 0.1 M USD, and 0.9 M at the end.
    expect(complete.liquidations.h24!.longUsd / 1e6).toBeCloseTo(10.5, 1);
    const [bybit, ...others] = complete.liquidations.h24!.perVenue!;
    expect([bybit!.longUsd / 1e6, others]).toEqual([expect.closeTo(10.5, 1), []]);
    expect(burst?.busyUsd).toBeCloseTo(1e5, -2);
    expect(burst?.longUsd).toBeCloseTo(1e6, -3);
    expect(burst?.shortUsd).toBe(0);
  });

  test('that nobody listened to are no quiet quarter hour', async () => {
    const ports = createPorts(createWorld(NOW_MS));
    expect(await forcedStatistics(ports, 'BTCUSDT', [], NOW_MS)).toMatchObject({ burst: null });
    expect(await ports.database.keys('chunks', ['BTCUSDT', 'all', 'forced'])).toEqual([]);
  });
});
