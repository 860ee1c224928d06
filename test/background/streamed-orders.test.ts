import { describe, expect, test } from 'vitest';

import { createPorts, mortal } from './support/fake-ports.ts';
import { createFakeSockets } from './support/fake-sockets.ts';
import {
  createStage,
  follow,
  HOUR_MS,
  listenerOn,
  NOW_MS,
  order,
  SECOND_MS,
  type Stage,
  storedOrders,
  stretches,
} from './support/heard-orders.ts';

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
