import { describe, expect, test } from 'vitest';

import type { ForcedOrder } from '../../core/market/forced-order.ts';
import { toForcedOrderList } from '../../core/venues/shared/forced-order.ts';
import { createHostGate } from '../../core/sources/host-gate.ts';
import { forcedOrders } from '../../core/sources/kinds/forced-orders.ts';
import { askKind } from '../../core/sources/ask-venue.ts';
import type { Venue } from '../../core/venues/venue.ts';
import { createPorts } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import {
  createStage,
  HOUR_MS,
  instrument,
  NOW_MS,
  order,
  SECOND_MS,
  type Stage,
  storedOrders,
  streaming,
  stretches,
} from './support/heard-orders.ts';

describe('forced orders that are asked for', () => {
  /** Answers with the newest `mostRows` rows inside the range, as Gate does. */
  const venueThatLists = (listed: readonly ForcedOrder[], mostRows = 100): Venue => ({
    ...createFakeVenues(0).gate,
    recentForcedOrders: (_instrument, range) => ({
      request: { url: 'https://gate.example/liq', method: 'GET', body: null, budget: 'gate', weight: 1 },
      parse: () => {
        const inside = listed.filter(
          ({ atMs }) => atMs >= range.fromS * 1000 && atMs <= range.untilS * 1000 + 999,
        );
        const rows = inside.toSorted((a, b) => b.atMs - a.atMs).slice(0, mostRows);
        const till = { ...range, untilS: range.untilS + 1 };
        return toForcedOrderList(rows, { range: till, rows: rows.length, mostRows });
      },
    }),
  });
  const polled = async (stage: Stage, venue: Venue): Promise<void> => {
    const ports = createPorts(stage.world);
    const scope = {
      ports,
      gate: createHostGate(ports),
      market: 'BTCUSDT',
      venue,
      instrument: instrument('gate'),
      isNear: true,
      preferred: [],
      deadlineMs: stage.world.nowMs + 5_000,
      onCommit: () => {},
    };
    await askKind(forcedOrders, scope, 'apart');
  };

  test('are those of venues to which no socket listened in the last minutes', async () => {
    const stage = await createStage();
    const heard = { stretches: [{ fromMs: NOW_MS - HOUR_MS, untilMs: NOW_MS - SECOND_MS }], revision: 0 };
    const key = ['BTCUSDT', 'gate'];
    await createPorts(stage.world).database.commit([{ store: 'listening', key, value: heard }]);
    const venue = { ...venueThatLists([]), forcedOrderStream: streaming.bybit.forcedOrderStream };
    await polled(stage, venue);
    expect(stage.world.requests).toHaveLength(0);

    stage.passMs(300_000);
    await polled(stage, venue);

    expect(stage.world.requests).toHaveLength(1);
    expect(await stretches(stage, 'gate')).toEqual([{ fromMs: NOW_MS - HOUR_MS, untilMs: NOW_MS + 270_000 }]);
  });

  test('are asked for although a clock that ran a day ahead has heard them', async () => {
    const stage = await createStage();
    const heard = { stretches: [{ fromMs: NOW_MS, untilMs: NOW_MS + 24 * HOUR_MS }], revision: 0 };
    const key = ['BTCUSDT', 'gate'];
    await createPorts(stage.world).database.commit([{ store: 'listening', key, value: heard }]);

    await polled(stage, venueThatLists([order(NOW_MS - 600_000, 1, 'gate')]));

    expect((await storedOrders(stage)).map(({ quantityBase }) => quantityBase)).toEqual([1]);
  });

  test('are asked for every few minutes, count once, and an hour is all that can be made good', async () => {
    const stage = await createStage();
    const listed = [order(NOW_MS - 600_000, 1, 'gate'), order(NOW_MS - 20_000, 2, 'gate')];
    const poll = () => polled(stage, venueThatLists(listed));
    await poll();
    await poll();
    stage.passMs(300_000);
    listed.push(order(NOW_MS + 100_000, 3, 'gate'));
    await poll();
    stage.passMs(2 * HOUR_MS);
    await poll();

    expect(stage.world.requests).toHaveLength(3);
    expect((await storedOrders(stage)).map(({ quantityBase }) => quantityBase)).toEqual([1, 2, 3]);
    expect(await stretches(stage, 'gate')).toEqual([
      { fromMs: NOW_MS - HOUR_MS + 30_000, untilMs: NOW_MS + 270_000 },
      { fromMs: NOW_MS + 300_000 + HOUR_MS + 30_000, untilMs: NOW_MS + 300_000 + 2 * HOUR_MS - 30_000 },
    ]);
  });

  /** One order every ten seconds of the last hour, the latest two minutes ago. */
  const often = Array.from({ length: 348 }, (_, index) =>
    order(NOW_MS - 120_000 - 10_000 * index, 1 + index, 'gate'),
  );

  test('that come in full lists are followed back, none twice and none left out', async () => {
    const stage = await createStage();

    await polled(stage, venueThatLists(often));

    expect(stage.world.requests).toHaveLength(4);
    expect(await storedOrders(stage)).toHaveLength(348);
    expect(await stretches(stage, 'gate')).toEqual([
      { fromMs: NOW_MS - HOUR_MS + 30_000, untilMs: NOW_MS - 30_000 },
    ]);
  });

  test('count as heard only back to where the last full list was cut off', async () => {
    const stage = await createStage();

    await polled(stage, venueThatLists(often, 10));

    // Five lists of ten, each beginning with the row that the one before ended with: 46 orders, the oldest 570 s ago. That
    // second may hold more.
    expect(stage.world.requests).toHaveLength(5);
    expect(await storedOrders(stage)).toHaveLength(46);
    expect(await stretches(stage, 'gate')).toEqual([{ fromMs: NOW_MS - 569_000, untilMs: NOW_MS - 30_000 }]);
  });

  test('of a venue that tells its newest rows only are not asked for again and again', async () => {
    const stage = await createStage();
    const venue = venueThatLists(often);
    const { recentForcedOrders } = venue;

    await polled(stage, {
      ...venue,
      recentForcedOrders: (listed, range) =>
        recentForcedOrders!(listed, { ...range, untilS: Math.floor(NOW_MS / 1000) }),
    });

    expect(stage.world.requests).toHaveLength(2);
    expect(await stretches(stage, 'gate')).toEqual([
      { fromMs: NOW_MS - 1_109_000, untilMs: NOW_MS - 30_000 },
    ]);
  });
});
