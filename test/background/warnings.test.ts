import { describe, expect, test } from 'vitest';

import { DEFAULT_ALERT_SETTINGS } from '../../core/alerts/settings.ts';
import { NetworkError } from '../../core/market/errors.ts';
import type { SavedPosition } from '../../core/market/position.ts';
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

/** An event of high impact begins in 55 minutes. */
const createBusyHour = (): World => {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance'] };
  world.answerText = (url) => (url.includes('faireconomy') ? calendar : '');
  return world;
};

async function poll(world: World, atMs = NOW_MS): Promise<void> {
  world.nowMs = atMs;
  const service = startWorker(createPorts(world), fakes);
  while (await service.poll('BTCUSDT'));
}

const warningsOf = (world: World) => world.reports.get('BTCUSDT')?.warnings ?? [];

const eventWarnings = (world: World) => warningsOf(world).filter(({ rule }) => rule === 'event');

describe('a warning', () => {
  test('is in the report, on the icon and shown once, however many workers look', async () => {
    const world = createBusyHour();

    for (let minutes = 0; minutes < 40; minutes += 5) await poll(world, NOW_MS + minutes * MINUTE_MS);

    expect(eventWarnings(world)).toMatchObject([
      { code: 'event', figures: { title: 'Retail Sales', country: 'USD', minutes: 55 }, at: NOW_MS },
    ]);
    expect(world.shown).toEqual(
      warningsOf(world)
        .map(({ id }) => id)
        .toReversed(),
    );
  });

  test('is given once, whenever the worker dies', { timeout: 60_000 }, async () => {
    const whole = createBusyHour();
    const immortal = mortal(createPorts(whole), Infinity, true);
    const service = startWorker(immortal.ports, fakes);
    while (await service.poll('BTCUSDT'));
    const given = warningsOf(whole).map(({ id }) => id);

    for (let call = 20; call <= immortal.calls(); call += 3) {
      const world = createBusyHour();
      const worker = mortal(createPorts(world), call, call % 2 === 0);
      const dying = startWorker(worker.ports, fakes);
      await Promise.race([dying.poll('BTCUSDT'), worker.death]);
      await poll(world);

      expect(
        warningsOf(world).map(({ id }) => id),
        `killed at effect ${call}`,
      ).toEqual(given);
      expect([...new Set(world.shown)].sort(), `killed at effect ${call}`).toEqual([...given].sort());
    }
  });

  test('while snoozed is in the report, and not shown', async () => {
    const world = createBusyHour();
    const alerts = { ...DEFAULT_ALERT_SETTINGS, snoozedUntilMs: NOW_MS + 60 * MINUTE_MS };
    world.settings = { ...world.settings, alerts };

    await poll(world);

    expect(eventWarnings(world)).toHaveLength(1);
    expect(world.shown).toEqual([]);
  });

  // 12:34 UTC is 13:34 in Berlin and 07:34 in New York.
  test.each([
    ['Europe/Berlin', 0],
    ['America/New_York', 1],
  ])('in hours that are quiet by the wall clock of %s is shown %i times', async (timeZone, times) => {
    const world = createBusyHour();
    const alerts = { ...DEFAULT_ALERT_SETTINGS, quietHours: { fromMinute: 13 * 60, untilMinute: 14 * 60 } };
    world.settings = { ...world.settings, alerts };
    world.timeZone = timeZone;

    await poll(world);

    const shownEvents = eventWarnings(world).filter(({ id }) => world.shown.includes(id));
    expect(eventWarnings(world)).toHaveLength(1);
    expect(shownEvents).toHaveLength(times);
  });

  test('of a rule that is off is not given', async () => {
    const world = createBusyHour();
    const alerts = { ...DEFAULT_ALERT_SETTINGS, rules: { ...DEFAULT_ALERT_SETTINGS.rules, event: false } };
    world.settings = { ...world.settings, alerts };

    await poll(world);

    expect(eventWarnings(world)).toEqual([]);
  });

  test('tells of the own liquidation, also while snoozed', async () => {
    const world = createBusyHour();
    const alerts = { ...DEFAULT_ALERT_SETTINGS, snoozedUntilMs: NOW_MS + 60 * MINUTE_MS };
    world.settings = { ...world.settings, alerts };
    await poll(world);
    const price = world.reports.get('BTCUSDT')?.price ?? 0;
    const position: SavedPosition = {
      id: 'mine',
      venue: 'binance',
      base: 'BTC',
      side: 'long',
      entryPrice: price,
      size: { unit: 'base', value: 1 },
      margin: { kind: 'leverage', leverage: 50 },
      marginMode: 'isolated',
      walletBalanceUsd: null,
      addedMarginUsd: 0,
      stopPrice: null,
      horizonHours: 24,
    };
    world.positions = [position];

    await poll(world, NOW_MS + MINUTE_MS);

    expect(warningsOf(world)[0]).toMatchObject({ rule: 'own-liquidation' });
    expect(world.shown).toEqual([warningsOf(world)[0]?.id]);
  });

  test('of an own position takes no place of the market’s, which a page could count', async () => {
    const world = createBusyHour();
    await poll(world);
    const { database } = createPorts(world);
    const row = (await database.get('alerts', ['BTCUSDT']))!;
    const [event] = row.state.given;
    const given = [...Array(9).keys()].map((index) => ({ ...event!, id: `BTCUSDT:event:${index}` }));
    const own = { ...event!, id: 'BTCUSDT:own:mine:1', rule: 'own-liquidation' as const };
    const state = { ...row.state, given: [own, ...given] };
    await database.commit([{ store: 'alerts', key: ['BTCUSDT'], value: { ...row, state } }]);

    await poll(world, NOW_MS + MINUTE_MS);

    expect(eventWarnings(world)).toHaveLength(8);
    expect(warningsOf(world)).toHaveLength(9);
  });

  test('is not given before the first load is over', async () => {
    const world = createBusyHour();
    world.answer = ({ url }) => {
      if (url.includes('candles-1h')) throw new NetworkError('cut');
      return 'ok';
    };

    await poll(world);

    expect(world.reports.get('BTCUSDT')).toMatchObject({ warmUp: { done: false }, warnings: [] });
    expect(world.shown).toEqual([]);
  });
});
