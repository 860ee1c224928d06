import { describe, expect, test } from 'vitest';

import { HttpError, NetworkError, RateLimitedError } from '../../core/market/errors.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../core/alerts/settings.ts';
import { isOff, messengers, NO_OUTCOME } from '../../core/ledger/messengers.ts';
import { buildPosition } from '../support/sample-position.ts';
import { createPorts, createWorld, mortal, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;

const calendar = JSON.stringify([
  { title: 'Retail Sales', country: 'USD', date: '2026-01-15T08:30:00-05:00', impact: 'High' },
]);

const fakes = createFakeVenues(NOW_MS / 1000 - 5 * 3600, { binance: { pageRows: 1000 } });

const TELEGRAM = {
  address: { token: '123456789:AAH-dqTcvCH1vGWJxfSeofSAs0K5PALDsaw', chat: '42' },
  hasOwnFigures: false,
  ...NO_OUTCOME,
};
const DISCORD = {
  address: { id: '1432100000000000042', token: 'Ab3-_'.repeat(13) },
  hasOwnFigures: false,
  ...NO_OUTCOME,
};

/** An event of high impact begins in 55 minutes; both messengers have an address. */
const createBusyHour = (): World => {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance'] };
  world.answerText = (url) => (url.includes('faireconomy') ? calendar : '');
  world.messengers = { telegram: TELEGRAM, discord: DISCORD };
  return world;
};

async function poll(world: World, atMs = NOW_MS): Promise<void> {
  world.nowMs = atMs;
  const service = startWorker(createPorts(world), fakes);
  while (await service.poll('BTCUSDT'));
}

const sentTo = (world: World, messenger: string) =>
  world.sent.filter(({ to }) => to === messenger).map(({ message }) => message?.warning);
const givenIds = (world: World) => (world.reports.get('BTCUSDT')?.warnings ?? []).map(({ id }) => id);
const waiting = (world: World) => [...world.rows.keys()].filter((key) => key.includes('deliveries'));

describe('a message', () => {
  test('goes to each messenger once, however many workers look', async () => {
    const world = createBusyHour();

    for (let minutes = 0; minutes < 20; minutes += 5) await poll(world, NOW_MS + minutes * MINUTE_MS);

    const ids = givenIds(world).toReversed();
    expect(ids.length).toBeGreaterThan(0);
    expect(sentTo(world, 'telegram').map((sent) => sent?.id)).toEqual(ids);
    expect(sentTo(world, 'discord').map((sent) => sent?.id)).toEqual(ids);
    expect(waiting(world)).toEqual([]);
  });

  test(
    'reaches the user whenever the worker dies, twice at most by the same id',
    { timeout: 60_000 },
    async () => {
      const whole = createBusyHour();
      const immortal = mortal(createPorts(whole), Infinity, true);
      const service = startWorker(immortal.ports, fakes);
      while (await service.poll('BTCUSDT'));
      const given = givenIds(whole).toSorted();

      for (let call = 20; call <= immortal.calls(); call += 3) {
        const world = createBusyHour();
        const worker = mortal(createPorts(world), call, call % 2 === 0);
        const dying = startWorker(worker.ports, fakes);
        await Promise.race([dying.poll('BTCUSDT'), worker.death]);
        await poll(world);

        const ids = sentTo(world, 'telegram').map((sent) => sent?.id ?? '');
        expect([...new Set(ids)].toSorted(), `killed at effect ${call}`).toEqual(given);
        expect(ids.length, `killed at effect ${call}`).toBeLessThanOrEqual(given.length + 1);
        expect(waiting(world), `killed at effect ${call}`).toEqual([]);
      }
    },
  );

  test('that is refused waits longer each time, and one refusal costs the other messenger nothing', async () => {
    const world = createBusyHour();
    let isBroken = true;
    world.take = (to) => {
      if (to === 'telegram' && isBroken) throw new HttpError(500, 'answered 500');
    };

    await poll(world);
    const first = world.messengers.telegram?.fault;
    await poll(world, NOW_MS + 1000);
    const unmoved = world.messengers.telegram?.fault;
    isBroken = false;
    await poll(world, NOW_MS + 30_000);

    expect(first).toMatchObject({ code: 'http', count: 1 });
    expect(unmoved).toEqual(first);
    expect(sentTo(world, 'discord')).toHaveLength(givenIds(world).length);
    expect(sentTo(world, 'telegram')).toHaveLength(givenIds(world).length);
    expect(world.messengers.telegram).toMatchObject(NO_OUTCOME);
  });

  test('after five refusals in a row the messenger is switched off, and a test that arrives brings it back', async () => {
    const world = createBusyHour();
    let tries = 0;
    world.take = (to) => {
      if (to === 'telegram') tries += 1;
      if (to === 'telegram' && tries <= 5) throw new HttpError(401, 'answered 401');
    };

    for (let minutes = 0; minutes <= 40; minutes += 4) await poll(world, NOW_MS + minutes * MINUTE_MS);

    expect(tries).toBe(5);
    expect(world.messengers.telegram).toMatchObject({ refusals: 5, status: 401 });
    expect(isOff(world.messengers.telegram!)).toBe(true);
    expect(waiting(world)).toEqual([]);
    await startWorker(createPorts(world), fakes).tryMessenger('telegram');
    expect(world.sent.at(-1)).toEqual({ to: 'telegram', message: null });
    expect(world.messengers.telegram).toMatchObject(NO_OUTCOME);
  });

  test.each([
    ['cannot be reached', () => new NetworkError('cut')],
    ['fails itself', () => new HttpError(502, 'answered 502')],
    ['asks to wait', (atMs: number) => new RateLimitedError(atMs + MINUTE_MS, 'wait')],
  ])('a messenger that %s is never switched off, and gets it later', async (_what, trouble) => {
    const world = createBusyHour();
    world.take = () => {
      throw trouble(world.nowMs);
    };
    for (let hours = 0; hours < 8; hours += 1) await poll(world, NOW_MS + hours * 60 * MINUTE_MS);
    expect(world.messengers.discord).toMatchObject({ refusals: 0, fault: { count: 8 } });

    world.take = () => {};
    await poll(world, NOW_MS + 9 * 60 * MINUTE_MS);

    expect(sentTo(world, 'discord').map((sent) => sent?.id)).toContain(givenIds(world).at(-1));
  });

  test('while snoozed is not sent, also one that had to be tried again', async () => {
    const world = createBusyHour();
    world.take = () => {
      throw new NetworkError('cut');
    };
    await poll(world);
    world.take = () => {};
    const alerts = { ...DEFAULT_ALERT_SETTINGS, snoozedUntilMs: NOW_MS + 60 * MINUTE_MS };
    world.settings = { ...world.settings, alerts };

    await poll(world, NOW_MS + 10 * MINUTE_MS);
    expect(world.sent).toEqual([]);
    await poll(world, NOW_MS + 61 * MINUTE_MS);

    expect(sentTo(world, 'telegram').length).toBeGreaterThan(0);
  });

  test('about an own position has its figures only where the user ticked them', async () => {
    const world = createBusyHour();
    await poll(world);
    const price = world.reports.get('BTCUSDT')?.price ?? 0;
    world.messengers = { telegram: TELEGRAM, discord: { ...DISCORD, hasOwnFigures: true } };
    world.positions = [
      buildPosition({
        entryPrice: price,
        margin: { kind: 'leverage', leverage: 50 },
        marginMode: 'isolated',
      }),
    ];

    await poll(world, NOW_MS + MINUTE_MS);

    expect(sentTo(world, 'telegram').at(-1)).toMatchObject({ code: 'own-liquidation', figures: {} });
    expect(JSON.stringify(sentTo(world, 'discord').at(-1))).toContain('"distance"');
  });

  test('goes nowhere where the user gave no address', async () => {
    const world = createBusyHour();
    world.messengers = messengers.fallback;

    await poll(world);

    expect(world.sent).toEqual([]);
    expect(waiting(world)).toEqual([]);
    await expect(startWorker(createPorts(world), fakes).tryMessenger('discord')).rejects.toThrow('not-asked');
  });
});

describe('a sound', () => {
  test('is played once for what is new, by the gravest of it, as loud as chosen', async () => {
    const world = createBusyHour();
    world.settings = { ...world.settings, sound: { isOn: true, volume: 0.3 } };

    for (let minutes = 0; minutes < 20; minutes += 5) await poll(world, NOW_MS + minutes * MINUTE_MS);

    expect(world.heard).toEqual(['moving 0.3']);
  });

  test('is not played unless it was asked for, nor while warnings rest', async () => {
    const silent = createBusyHour();
    const snoozed = createBusyHour();
    snoozed.settings = {
      ...snoozed.settings,
      sound: { isOn: true, volume: 1 },
      alerts: { ...DEFAULT_ALERT_SETTINGS, snoozedUntilMs: NOW_MS + 60 * MINUTE_MS },
    };

    await poll(silent);
    await poll(snoozed);

    expect([...silent.heard, ...snoozed.heard]).toEqual([]);
  });
});
