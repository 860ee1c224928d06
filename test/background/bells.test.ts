import { beforeEach, describe, expect, test } from 'vitest';

import type { AlertRow } from '../../core/ledger/tables/alerts.ts';
import type { Bell } from '../../core/market/bell.ts';
import { answerMessage } from '../../core/service/protocol/answer-message.ts';
import type { Household } from '../../core/service/protocol/household.ts';
import type { Reply } from '../../core/service/protocol/list.ts';
import type { OwnLine } from '../../core/market/own-line.ts';
import { createPorts, createWorld, mortal, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const fakes = createFakeVenues(NOW_MS / 1000 - 5 * 3600, { binance: { pageRows: 1000 } });

let world: World;
beforeEach(() => {
  world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance'] };
});

async function poll(atMs = NOW_MS): Promise<void> {
  world.nowMs = atMs;
  const service = startWorker(createPorts(world), fakes);
  while (await service.poll('BTCUSDT'));
}

const priceNow = (): number => world.reports.get('BTCUSDT')?.price ?? NaN;

/** A bell at the market's price, hung when the price stood 1 % higher. */
const bellAtPrice = (overrides: Partial<Bell> = {}): Bell => ({
  id: 'mine',
  market: 'BTCUSDT',
  venue: 'binance',
  place: 'price',
  low: priceNow() * 0.999,
  high: priceNow() * 1.001,
  setPrice: priceNow() * 1.01,
  setAtMs: world.nowMs,
  untilMs: null,
  repeats: false,
  rangAtMs: null,
  ...overrides,
});
const bellWarnings = () =>
  (world.reports.get('BTCUSDT')?.warnings ?? []).filter(({ rule }) => rule === 'bell');

describe('a bell', () => {
  test('rings once, is shown, and is told of its ringing; pages learn no price of it', async () => {
    await poll();
    world.bells = [bellAtPrice()];

    for (let minutes = 1; minutes < 30; minutes += 4) await poll(NOW_MS + minutes * MINUTE_MS);

    expect(bellWarnings()).toMatchObject([{ code: 'bell', figures: {}, isOwn: true }]);
    expect(world.shown.filter((id) => id.includes(':bell:'))).toEqual([bellWarnings()[0]?.id]);
    expect(world.bells).toMatchObject([{ rangAtMs: NOW_MS + MINUTE_MS }]);
  });

  test('rings once, whenever the worker dies', { timeout: 60_000 }, async () => {
    await poll();
    const ready = { rows: new Map(world.rows), reports: new Map(world.reports) };
    const bell = bellAtPrice();
    const begin = (): void => {
      world = { ...createWorld(NOW_MS + MINUTE_MS), settings: world.settings };
      for (const [key, row] of ready.rows) world.rows.set(key, row);
      for (const [id, report] of ready.reports) world.reports.set(id, report);
      world.bells = [bell];
    };
    begin();
    const immortal = mortal(createPorts(world), Infinity, true);
    const service = startWorker(immortal.ports, fakes);
    while (await service.poll('BTCUSDT'));
    const calls = immortal.calls();

    for (let call = 1; call <= calls; call += 3) {
      begin();
      const worker = mortal(createPorts(world), call, call % 2 === 0);
      await Promise.race([startWorker(worker.ports, fakes).poll('BTCUSDT'), worker.death]);
      await poll(NOW_MS + 2 * MINUTE_MS);
      await poll(NOW_MS + 15 * MINUTE_MS);

      expect(bellWarnings(), `killed at effect ${call}`).toHaveLength(1);
      expect(world.bells[0]?.rangAtMs, `killed at effect ${call}`).not.toBeNull();
    }
  });

  test('has its market watched, until it can ring no more', async () => {
    const service = startWorker(createPorts(world), fakes);
    expect(await service.watched()).toEqual([]);

    world.bells = [bellAtPrice({ market: 'ETHUSDT', low: 1, high: 1, setPrice: null })];
    expect(await service.watched()).toEqual(['ETHUSDT']);

    world.bells = [{ ...world.bells[0]!, rangAtMs: NOW_MS }];
    expect(await service.watched()).toEqual([]);
  });

  test('stands on the chart of pages of the site where it was hung, on no other', async () => {
    world.bells = [
      bellAtPrice({ low: 92_000, high: 92_500, setPrice: 93_000 }),
      bellAtPrice({ id: 'rang', low: 80_000, high: 80_000, rangAtMs: NOW_MS }),
    ];
    const ask = async (site: string | null) => {
      const household = { service: startWorker(createPorts(world), fakes) } as unknown as Household;
      const message = { kind: 'own-lines', market: 'BTCUSDT', instrument: 'BTCUSDT', quote: null };
      const sender = { isOwn: false, page: '7', site };
      return (await answerMessage(message, sender, household)) as Reply<readonly OwnLine[]>;
    };

    expect(await ask('binance')).toEqual({ ok: true, value: [{ role: 'bell', price: 92_500 }] });
    expect(await ask('bybit')).toEqual({ ok: true, value: [] });
    expect(await ask(null)).toEqual({ ok: true, value: [] });
  });

  test.each([['put-bell'], ['remove-bell']])('no page may ask for %s', async (kind) => {
    const reply = await answerMessage(
      { kind, bell: bellAtPrice({ low: 1, high: 1, setPrice: 1 }), id: 'mine' },
      { isOwn: false, page: '7', site: 'binance' },
      {} as Household,
    );

    expect(reply).toMatchObject({ ok: false, refusal: { code: 'not-asked' } });
  });
});

describe('a bell that was passed while nothing was watched', () => {
  test('for twenty minutes rings by the bars of that time', async () => {
    await poll(NOW_MS + 21 * MINUTE_MS);
    const after = priceNow();
    world = { ...createWorld(NOW_MS), settings: world.settings };
    await poll();
    const at = (priceNow() + after) / 2;
    world.bells = [bellAtPrice({ low: at, high: at, setPrice: priceNow() })];
    await poll(NOW_MS + MINUTE_MS);
    expect(bellWarnings()).toEqual([]);

    await poll(NOW_MS + 21 * MINUTE_MS);

    expect(bellWarnings()).toHaveLength(1);
    expect(world.bells).toMatchObject([{ rangAtMs: NOW_MS + 21 * MINUTE_MS }]);
  });

  test('is told once as missed, when the bars of that time are there', async () => {
    await poll();
    await poll(NOW_MS + 6 * HOUR_MS);
    const later = priceNow();
    world = { ...createWorld(NOW_MS), settings: world.settings };
    await poll();
    world.bells = [bellAtPrice({ low: later, high: later, setPrice: priceNow() })];
    await poll(NOW_MS + MINUTE_MS);
    expect(bellWarnings()).toEqual([]);

    await poll(NOW_MS + 12 * HOUR_MS);
    await poll(NOW_MS + 12 * HOUR_MS + MINUTE_MS);

    const { state, unseen } = world.rows.get(JSON.stringify(['alerts', 'BTCUSDT'])) as AlertRow;
    expect(unseen).toBeNull();
    expect(state.given.filter(({ rule }) => rule === 'bell')).toMatchObject([{ code: 'bell.passed' }]);
  });
});
