import { describe, expect, test } from 'vitest';

import type { MarketReport } from '../../core/market/market-report.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC: the bar of 12:25 closed 296 s ago. */
const NOW_MS = 1_768_480_496_000;
const DAY_S = 86_400;
const POLL_MS = 30_000;

/** Bybit gives each bar `lateS` after its close, and no open one; the others are on time. */
const createLate = (lateS: number, listedDays = 500) => {
  const world = createWorld(NOW_MS);
  const venues = createFakeVenues(NOW_MS / 1000 - listedDays * DAY_S, {
    binance: { pageRows: 1000 },
    bybit: { pageRows: 1000, lateS },
  });
  return { world, service: startWorker(createPorts(world), venues) };
};

const reportOf = (world: World): MarketReport => {
  const report = world.reports.get('BTCUSDT');
  if (report === undefined) throw new Error('no report');
  return report;
};

const seriesOf = (world: World) =>
  reportOf(world)
    .sources.filter(({ venue, kind }) => venue === 'bybit' && ['candles', 'open-interest'].includes(kind))
    .map(({ kind, status, code }) => `${kind} ${status} ${code}`);

describe('a venue that gives each bar long after its close', () => {
  test.each([290, 310, 600])(
    '%i s, loads its thirty days all the same',
    { timeout: 60_000 },
    async (lateS) => {
      const { world, service } = createLate(lateS);

      while (await service.poll('BTCUSDT'));

      expect(reportOf(world).warmUp).toEqual({ barsLoaded: 8640, barsNeeded: 8640, done: true });
      expect(reportOf(world).sources.filter(({ status }) => status === 'failed')).toEqual([]);
    },
  );

  test('is followed bar by bar, and said to be late, never to have failed', { timeout: 60_000 }, async () => {
    const { world, service } = createLate(310, 1);
    while (await service.poll('BTCUSDT'));
    const seen = new Set<string>();

    for (let poll = 0; poll < 40; poll++) {
      world.nowMs += POLL_MS;
      while (await service.poll('BTCUSDT'));
      // Its second bar from now on shows by how much it is late.
      if (poll > 20) seriesOf(world).forEach((line) => seen.add(line));
    }

    // 20 min after 12:34:56 the bars until 12:45 can be there, and those after 310 s: 12:45 + 5:10 < 12:54:56.
    expect([...seen]).toEqual(['candles stale null', 'open-interest ok null']);
    const coverage = world.rows.get(JSON.stringify(['sources', 'BTCUSDT', 'bybit', 'candles'])) as {
      readonly data: { readonly coverage: { readonly untilS: number } };
    };
    expect(coverage.data.coverage.untilS).toBe(Date.UTC(2026, 0, 15, 12, 45) / 1000);
  });

  test('on time again is no longer called late', { timeout: 60_000 }, async () => {
    let lateS = 310;
    const world = createWorld(NOW_MS);
    const venues = createFakeVenues(NOW_MS / 1000 - DAY_S, { bybit: { lateS: () => lateS } });
    const service = startWorker(createPorts(world), venues);
    const pollFor = async (polls: number) => {
      for (let poll = 0; poll < polls; poll++) {
        world.nowMs += POLL_MS;
        while (await service.poll('BTCUSDT'));
      }
    };
    await pollFor(40);
    expect(seriesOf(world)).toContain('candles stale null');

    lateS = 2;
    await pollFor(22);

    expect(seriesOf(world)).toEqual(['candles ok null', 'open-interest ok null']);
  });
});
