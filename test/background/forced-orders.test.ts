import { describe, expect, test } from 'vitest';

import type { ForcedOrder } from '../../core/market/forced-order.ts';
import type { Instrument } from '../../core/market/instrument.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import { toForcedOrderList } from '../../core/venues/shared/forced-order.ts';
import { collectOrders } from '../../core/sources/collect-orders.ts';
import { createOrderFollower } from '../../core/sources/streams/follow-orders.ts';
import { createListener } from '../../core/sources/streams/listener.ts';
import { readListening, readOrders } from '../../core/ledger/forced-orders/read-orders.ts';
import { createHostGate } from '../../core/sources/host-gate.ts';
import type { DatabaseChange } from '../../core/ledger/ports.ts';
import { createWatchService } from '../../core/service/watch-service.ts';
import type { ForcedOrderStream, Venue } from '../../core/venues/venue.ts';
import { createPorts, createWorld, mortal, type World } from './support/fake-ports.ts';
import { createFakeSockets, type FakeSockets } from './support/fake-sockets.ts';
import { createFakeVenues } from './support/fake-venues.ts';

/** 2026-01-15 22:34:56 UTC. */
const NOW_MS = 1_768_516_496_000;
const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

const instrument = (venue: VenueId): Instrument => ({
  venue,
  id: 'BTCUSDT',
  base: 'BTC',
  quote: 'USDT',
  multiplier: 1,
  contractSize: 1,
  tickSize: 0.1,
});

const order = (atMs: number, quantityBase = 1, venue: VenueId = 'bybit'): ForcedOrder => ({
  atMs,
  venue,
  base: 'BTC',
  side: 'long',
  orderPrice: 64,
  filledPrice: null,
  quantityBase,
  notionalUsd: 64 * quantityBase,
});

/** Bybit with a stream whose frames are JSON lists of orders; `pong` holds none; what is no JSON cannot be read. */
const streaming: Record<VenueId, Venue> = (() => {
  const venues = createFakeVenues(0);
  return {
    ...venues,
    bybit: {
      ...venues.bybit,
      forcedOrderStream: (instruments) => ({
        url: 'wss://stream.bybit.com/v5/public/linear',
        subscribe: [`subscribe ${instruments.map(({ id }) => id).join()}`],
        heartbeat: { text: 'ping', everyMs: 20_000 },
        parse: (frame) => (frame === 'pong' ? [] : (JSON.parse(frame) as ForcedOrder[])),
      }),
    },
  };
})();

interface Stage {
  readonly world: World;
  readonly sockets: FakeSockets;
  readonly passMs: (ms: number) => void;
}

async function createStage(): Promise<Stage> {
  const world = createWorld(NOW_MS);
  await createPorts(world).database.commit([
    {
      store: 'sources',
      key: ['', 'bybit', 'instruments'],
      value: {
        okAtMs: NOW_MS,
        data: { kind: 'instruments', instruments: [instrument('bybit')] },
        failure: null,
      },
    },
  ]);
  return {
    world,
    sockets: createFakeSockets(),
    passMs: (ms) => {
      world.nowMs += ms;
    },
  };
}

const listenerOn = ({ world, sockets }: Stage, database = createPorts(world).database) =>
  createListener({ clock: createPorts(world).clock, database, sockets }, streaming);

const follow = (listener: ReturnType<typeof listenerOn>) => listener.follow(['BTCUSDT'], ['bybit']);

const storedOrders = async ({ world }: Stage): Promise<readonly ForcedOrder[]> => {
  const { database } = createPorts(world);
  const heard = await readListening(database, 'BTCUSDT');
  return readOrders(database, 'BTCUSDT', heard, { fromMs: 0, untilMs: NOW_MS + 24 * HOUR_MS });
};

const stretches = async ({ world }: Stage, venue: VenueId = 'bybit') =>
  (await readListening(createPorts(world).database, 'BTCUSDT'))[venue]?.stretches ?? [];

describe('forced orders of a stream', () => {
  test('are stored with the time in which they were listened to', async () => {
    const stage = await createStage();
    const listener = listenerOn(stage);
    await follow(listener);
    const line = stage.sockets.lines[0];
    line?.told.onOpen();
    expect(line?.sent).toEqual(['subscribe BTCUSDT']);
    stage.passMs(15 * SECOND_MS);
    line?.told.onText(JSON.stringify([order(NOW_MS + 14 * SECOND_MS)]));
    await follow(listener);

    expect(await storedOrders(stage)).toEqual([order(NOW_MS + 14 * SECOND_MS)]);
    expect(await stretches(stage)).toEqual([{ fromMs: NOW_MS, untilMs: NOW_MS + 15 * SECOND_MS }]);
  });

  test('that a venue repeats after a new connection count once, and the time between is a gap', async () => {
    const stage = await createStage();
    const listener = listenerOn(stage);
    await follow(listener);
    const fired = [order(NOW_MS + 1_000), order(NOW_MS + 1_000)];
    stage.sockets.lines[0]?.told.onOpen();
    stage.passMs(2 * SECOND_MS);
    stage.sockets.lines[0]?.told.onText(JSON.stringify(fired));
    stage.sockets.lines[0]?.told.onClosed();
    stage.passMs(40 * SECOND_MS);
    await follow(listener);
    stage.sockets.lines[1]?.told.onOpen();
    stage.passMs(SECOND_MS);
    stage.sockets.lines[1]?.told.onText(JSON.stringify([...fired, order(NOW_MS + 42_500, 3)]));
    await follow(listener);

    expect((await storedOrders(stage)).map(({ quantityBase }) => quantityBase)).toEqual([1, 1, 3]);
    expect(await stretches(stage)).toEqual([
      { fromMs: NOW_MS, untilMs: NOW_MS + 2_000 },
      { fromMs: NOW_MS + 42_000, untilMs: NOW_MS + 43_000 },
    ]);
  });

  test("are not taken for heard in a day that only the device's clock jumped over", async () => {
    const stage = await createStage();
    const listener = listenerOn(stage);
    await follow(listener);
    const [line] = stage.sockets.lines;
    line?.told.onOpen();
    stage.passMs(2 * SECOND_MS);
    line?.told.onText('[]');

    stage.world.deviceAheadMs = 24 * HOUR_MS;
    line?.told.onText('[]');
    stage.world.deviceAheadMs = 0;
    line?.told.onText('[]');
    stage.passMs(3 * SECOND_MS);
    line?.told.onText('[]');
    await follow(listener);

    expect(await stretches(stage)).toEqual([{ fromMs: NOW_MS, untilMs: NOW_MS + 5_000 }]);
  });

  test('in a frame that cannot be read leave a gap', async () => {
    const stage = await createStage();
    const listener = listenerOn(stage);
    await follow(listener);
    const line = stage.sockets.lines[0];
    line?.told.onOpen();
    for (const frame of ['pong', '<garbage>', 'pong']) {
      stage.passMs(10 * SECOND_MS);
      line?.told.onText(frame);
    }
    await follow(listener);

    expect(await stretches(stage)).toEqual([
      { fromMs: NOW_MS, untilMs: NOW_MS + 10_000 },
      { fromMs: NOW_MS + 20_000, untilMs: NOW_MS + 30_000 },
    ]);
  });

  test('are asked for again, later and later, while the line breaks', async () => {
    const stage = await createStage();
    const listener = listenerOn(stage);
    await follow(listener);
    const openedAtMs: number[] = [];
    for (let second = 0; second < 300; second++) {
      const [line] = stage.sockets.openLines();
      if (line !== undefined) {
        openedAtMs.push(stage.world.nowMs);
        line.isClosed = true;
        line.told.onClosed();
      }
      stage.passMs(SECOND_MS);
      stage.sockets.tick();
    }
    const waits = openedAtMs.slice(1).map((atMs, index) => atMs - (openedAtMs[index] ?? 0));
    expect(waits.length).toBeGreaterThan(6);
    expect(waits.length).toBeLessThan(20);
    expect(Math.max(...waits)).toBeGreaterThan(40_000);
    expect(await stretches(stage)).toEqual([]);
  });

  test('are not waited for on a line that went silent', async () => {
    const stage = await createStage();
    const listener = listenerOn(stage);
    await follow(listener);
    stage.sockets.lines[0]?.told.onOpen();
    // Asleep: no timer ran, no frame came, and the line does not know that it is dead.
    stage.passMs(HOUR_MS);
    await follow(listener);
    expect(stage.sockets.lines).toHaveLength(2);
    expect(stage.sockets.lines[0]?.isClosed).toBe(true);
    expect(await stretches(stage)).toEqual([]);
  });

  test('that a venue refuses to tell are not asked for again in a loop', async () => {
    const stage = await createStage();
    const listener = listenerOn(stage);
    await follow(listener);
    stage.sockets.lines[0]?.told.onOpen();
    stage.sockets.lines[0]?.told.onText('{"success": false,"ret_msg":"no"}');
    stage.passMs(300 * SECOND_MS);
    await follow(listener);
    expect(stage.sockets.lines).toHaveLength(1);
    expect(await stretches(stage)).toEqual([]);
  });

  test('are listened to only while somebody wants them', async () => {
    const stage = await createStage();
    const listener = listenerOn(stage);
    await follow(listener);
    await listener.follow([], ['bybit']);
    expect(stage.sockets.openLines()).toEqual([]);
    await listener.follow(['BTCUSDT'], ['binance']);
    expect(stage.sockets.openLines()).toEqual([]);
  });

  test('keep the line alive with the heartbeat that the venue wants', async () => {
    const stage = await createStage();
    await follow(listenerOn(stage));
    const line = stage.sockets.lines[0];
    line?.told.onOpen();
    for (let step = 0; step < 9; step++) {
      stage.passMs(5 * SECOND_MS);
      line?.told.onText('pong');
      stage.sockets.tick();
    }
    expect(line?.sent.filter((text) => text === 'ping')).toHaveLength(2);
  });
});

describe('a worker killed at any effect while it listens', () => {
  test('leaves orders and listening time that belong together, and its successor goes on', async () => {
    const play = async (
      stage: Stage,
      database: ReturnType<typeof createPorts>['database'],
      until: Promise<void> | null,
    ): Promise<void> => {
      const listener = listenerOn(stage, database);
      const done = (async () => {
        await follow(listener);
        for (let frame = 1; frame <= 3; frame++) {
          stage.sockets.lines.at(-1)?.told.onOpen();
          stage.passMs(10 * SECOND_MS);
          stage.sockets.lines.at(-1)?.told.onText(JSON.stringify([order(stage.world.nowMs - 500, frame)]));
          await follow(listener);
        }
      })();
      await (until === null ? done : Promise.race([done, until]));
    };
    const whole = await createStage();
    const immortal = mortal(createPorts(whole.world), Infinity, true);
    await play(whole, immortal.ports.database, null);
    expect(immortal.calls()).toBeGreaterThan(8);

    for (let call = 1; call <= immortal.calls(); call++) {
      const stage = await createStage();
      const worker = mortal(createPorts(stage.world), call, call % 2 === 0);
      await play(stage, worker.ports.database, worker.death);
      stage.passMs(30 * SECOND_MS);
      await play({ ...stage, sockets: createFakeSockets() }, createPorts(stage.world).database, null);

      const listened = await stretches(stage);
      const orders = await storedOrders(stage);
      // Every order lies in a time that counts as listened to, and no order is there twice.
      expect(
        orders.every(({ atMs }) => listened.some((one) => one.fromMs <= atMs && atMs <= one.untilMs)),
      ).toBe(true);
      expect(new Set(orders.map(({ atMs }) => atMs)).size, `killed at effect ${call}`).toBe(orders.length);
      expect(orders.filter(({ atMs }) => atMs > NOW_MS + 30_000)).not.toHaveLength(0);
    }
  });
});

describe('sockets', () => {
  /** Venues whose sockets are open while a page of `pageVenue` shows the market. */
  async function openSockets(pageVenue: string, settings: Partial<World['settings']>): Promise<string[]> {
    const world = createWorld(NOW_MS);
    const sockets = createFakeSockets();
    const ports = createPorts(world);
    const venues = createFakeVenues(0);
    const withStream = (id: 'binance' | 'bybit'): Venue => ({
      ...venues[id],
      forcedOrderStream: () => ({ ...stream, url: `wss://${id}.example` }),
    });
    const all = { ...venues, binance: withStream('binance'), bybit: withStream('bybit') };
    await ports.database.commit([listingOf('binance'), listingOf('bybit')]);
    world.settings = { ...world.settings, ...settings };
    const page = {
      instrument: 'BTCUSDT',
      base: 'BTC',
      multiplier: 1,
      quote: 'USDT',
      kind: 'perpetual',
    } as const;
    await createWatchService(ports, all).watchPage('tab', { venue: pageVenue, ...page });
    await createOrderFollower({ ...ports, sockets }, all)();
    return sockets.lines.map(({ url }) => url);
  }

  const stream: ForcedOrderStream = {
    url: '',
    subscribe: [],
    heartbeat: null,
    parse: () => [],
  };

  const listingOf = (venue: VenueId): DatabaseChange => ({
    store: 'sources',
    key: ['', venue, 'instruments'],
    value: { okAtMs: NOW_MS, data: { kind: 'instruments', instruments: [instrument(venue)] }, failure: null },
  });

  test('of other venues than the page’s own stay shut until the user has answered', async () => {
    expect(await openSockets('bybit', {})).toEqual(['wss://bybit.example']);
    const before = { isAnswered: false, venues: ['binance', 'bybit'], ownPages: true } as const;
    expect(await openSockets('bybit', { listening: before })).toEqual(['wss://bybit.example']);
  });

  test('stay shut on the page of a venue that is not polled', async () => {
    expect(await openSockets('dydx', {})).toEqual([]);
    expect(await openSockets('bybit', { venues: ['binance'] })).toEqual([]);
  });

  test('are those that the user agreed to, and the page’s own only if it is wanted', async () => {
    const binanceOnly = { isAnswered: true, venues: ['binance'], ownPages: false } as const;
    expect(await openSockets('bybit', { listening: binanceOnly })).toEqual(['wss://binance.example']);
    expect(await openSockets('bybit', { listening: { ...binanceOnly, ownPages: true } })).toEqual([
      'wss://binance.example',
      'wss://bybit.example',
    ]);
  });
});

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
    const instruments = { kind: 'instruments' as const, instruments: [instrument('gate')] };
    const value = { okAtMs: NOW_MS, data: instruments, failure: null };
    await ports.database.commit([{ store: 'sources', key: ['', 'gate', 'instruments'], value }]);
    await collectOrders({
      ports,
      gate: createHostGate(ports),
      market: 'BTCUSDT',
      venue,
      deadlineMs: stage.world.nowMs + 5_000,
      onCommit: () => {},
    });
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
