import { assert, asyncProperty, integer, scheduler } from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { MarketReport } from '../../core/market/market-report.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { VENUE_IDS, type VenueId } from '../../core/market/venue-id.ts';
import type { Ports } from '../../core/ledger/ports.ts';
import type { WatchService } from '../../core/service/watch-service.ts';
import type { SourceRow } from '../../core/ledger/tables/sources.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LISTED_S = NOW_MS / 1000 - 2 * 86_400;
const VENUES: readonly VenueId[] = ['binance', 'bybit', 'okx'];

const page: PageMarket = {
  venue: 'binance',
  instrument: 'BTCUSDT',
  base: 'BTC',
  multiplier: 1,
  quote: 'USDT',
  kind: 'perpetual',
};

/** A device whose clock is ahead of the venues', with a service that has asked for nothing yet. */
function createDevice(deviceAheadMs: number, change: (ports: Ports) => Ports = (ports) => ports) {
  const world = createWorld(NOW_MS);
  world.deviceAheadMs = deviceAheadMs;
  world.settings = { ...world.settings, venues: VENUES };
  const clock = () => world.nowMs;
  // Bars come when they have closed: a venue has none of the time that only the device believes in.
  const special = Object.fromEntries(VENUE_IDS.map((id) => [id, { clock, lateS: 0 }]));
  const ports = change(createPorts(world));
  const start = () => startWorker(ports, createFakeVenues(LISTED_S, special));
  return { world, ports, start, service: start() };
}

const pollAll = async ({ service }: { readonly service: WatchService }): Promise<void> => {
  while (await service.poll('BTCUSDT'));
};

const reportOf = (world: World): MarketReport => {
  const report = world.reports.get('BTCUSDT');
  if (report === undefined) throw new Error('no report');
  return report;
};

const loaded = async (deviceAheadMs: number, change?: (ports: Ports) => Ports) => {
  const device = createDevice(deviceAheadMs, change);
  await pollAll(device);
  return device;
};

/** Answers arrive in an order of their own. */
const inDisorder =
  (wait: (answer: Promise<unknown>) => Promise<unknown>) =>
  (ports: Ports): Ports => ({
    ...ports,
    http: { ...ports.http, fetchJson: (request) => wait(ports.http.fetchJson(request)) },
  });

/** What a report says; now is known to a second. */
const figuresOf = (report: MarketReport): unknown =>
  JSON.parse(
    JSON.stringify(report, (name, value: unknown) =>
      name === 'at' && Math.abs(Number(value) - NOW_MS) < 1_000 ? 'now' : value,
    ),
  );

describe('a device clock that is wrong', () => {
  test.each([
    ['90 s slow', -90_000],
    ['5 min fast', 5 * MINUTE_MS],
    ['a day slow', -DAY_MS],
    ['a day fast', DAY_MS],
  ])('%s, gives the figures of a right one from the first poll on', async (_name, aheadMs) => {
    const right = await loaded(0);

    const wrong = await loaded(aheadMs);

    expect(figuresOf(reportOf(wrong.world))).toEqual(figuresOf(reportOf(right.world)));
    expect(reportOf(wrong.world).sources.every(({ status }) => status === 'ok')).toBe(true);
    expect(reportOf(wrong.world).warmUp.done).toBe(true);
    expect(Math.abs(reportOf(wrong.world).at - NOW_MS)).toBeLessThan(1_000);
    expect(Math.abs(wrong.world.clock.offsetMs + aheadMs)).toBeLessThan(1_000);
  });

  test('by whatever it is wrong, and in whatever order answers come, the figures are those of a right one', async () => {
    const expected = figuresOf(reportOf((await loaded(0)).world));

    await assert(
      asyncProperty(integer({ min: -DAY_MS, max: DAY_MS }), scheduler(), async (aheadMs, order) => {
        const device = createDevice(
          aheadMs,
          inDisorder((answer) => order.schedule(answer)),
        );
        await order.waitFor(pollAll(device));

        expect(figuresOf(reportOf(device.world))).toEqual(expected);
      }),
      { seed: 7, numRuns: 12 },
    );
  }, 60_000);

  test('that is right is left alone by hosts whose clocks are wrong alone', async () => {
    const device = createDevice(0);
    device.world.hostAheadMs = (host) => (host.startsWith('bybit') ? -2 * 3_600_000 : 0);

    await pollAll(device);

    expect(device.ports.clock.nowMs()).toBe(NOW_MS);
    expect(reportOf(device.world).sources.filter(({ status }) => status !== 'ok')).toEqual([]);
  });

  test('is known to a worker that follows one that was killed, before it has asked anything', async () => {
    const { world } = await loaded(5 * MINUTE_MS);

    const { clock } = createPorts(world);
    await Promise.resolve();

    expect(Math.abs(clock.nowMs() - NOW_MS)).toBeLessThan(1_000);
  });

  test.each([
    ['while a worker runs', false],
    ['while none runs', true],
  ])('and is set right %s is noticed by the next answers', async (_name, isRestarted) => {
    const before = await loaded(5 * MINUTE_MS);
    before.world.deviceAheadMs = 0;
    before.world.nowMs += 30_000;
    const ports = isRestarted ? createPorts(before.world) : before.ports;
    const clock = () => before.world.nowMs;
    const special = Object.fromEntries(VENUE_IDS.map((id) => [id, { clock, lateS: 0 }]));

    await startWorker(ports, createFakeVenues(LISTED_S, special)).poll('BTCUSDT');

    expect(Math.abs(ports.clock.nowMs() - before.world.nowMs)).toBeLessThan(1_000);
    expect(reportOf(before.world).sources.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(Math.abs(reportOf(before.world).at - before.world.nowMs)).toBeLessThan(1_000);
  });
});

describe('when a wrong clock is found out', () => {
  test.each([-5 * MINUTE_MS, 5 * MINUTE_MS])('pages stay watched (%i ms ahead)', async (aheadMs) => {
    const device = createDevice(aheadMs);
    await device.service.watchPage('tab', page);

    await pollAll(device);

    expect(await device.service.watched()).toEqual(['BTCUSDT']);
    device.world.nowMs += 91_000;
    expect(await device.service.watched()).toEqual([]);
  });

  test('waits that began under a clock a day ahead are over, of sources and of hosts', async () => {
    const device = await loaded(0);
    const fault = {
      code: 'network',
      count: 1,
      retryAtMs: NOW_MS + DAY_MS + MINUTE_MS,
      atMs: NOW_MS + DAY_MS,
    } as const;
    const failed: SourceRow = { okAtMs: null, data: null, failure: fault };
    device.world.rows.set(JSON.stringify(['sources', 'BTCUSDT', 'okx', 'ticker']), failed);
    device.world.rows.set(JSON.stringify(['hosts', 'bybit.example']), { fault });
    device.world.nowMs += MINUTE_MS;

    await pollAll({ service: device.start() });

    expect(reportOf(device.world).sources.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(device.world.rows.get(JSON.stringify(['hosts', 'bybit.example']))).toEqual({ fault: null });
  });

  test('rows that only the old clock believed in are asked for again', async () => {
    const device = await loaded(0);
    const key = JSON.stringify(['sources', 'BTCUSDT', 'okx', 'candles']);
    const row = device.world.rows.get(key) as {
      readonly data: { readonly kind: 'series'; readonly coverage: { readonly untilS: number } };
    };
    // What a worker of an earlier version has left behind that ran a day ahead.
    const coverage = { ...row.data.coverage, untilS: row.data.coverage.untilS + 82_800 };
    device.world.rows.set(key, { ...row, data: { ...row.data, coverage } });

    device.world.nowMs += 5 * MINUTE_MS;
    await pollAll({ service: device.start() });

    const after = device.world.rows.get(key) as typeof row;
    expect(after.data.coverage.untilS).toBe(Date.UTC(2026, 0, 15, 12, 35) / 1000);
  });
});
