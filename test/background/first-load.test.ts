import { describe, expect, test } from 'vitest';

import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const DAY_S = 86_400;

describe('first load', () => {
  test('loads thirty days of all venues and shows a map with clusters', { timeout: 60_000 }, async () => {
    const world = createWorld(NOW_MS);
    const listedS = NOW_MS / 1000 - 500 * DAY_S;
    const special = { pageRows: 1000 };
    const venues = createFakeVenues(listedS, {
      binance: special,
      bybit: { ...special, hasOpenInterestHistory: false },
    });
    const service = startWorker(createPorts(world), venues);

    let isMore = true;
    while (isMore) isMore = await service.poll('BTCUSDT');

    const report = world.reports.get('BTCUSDT');
    expect(report?.warmUp).toEqual({ barsLoaded: 8640, barsNeeded: 8640, done: true });
    expect(report?.sources.map(({ status }) => status)).toEqual(Array(14).fill('ok'));
    expect(report).toMatchObject({ version: 2, liquidations: { h1: null, h24: null } });
    expect(report?.map).not.toBeNull();
    expect(report?.clusters.length).toBeGreaterThan(0);
    expect(report?.openInterest.base).toBeGreaterThan(9_000);
    expect(report?.levels.length).toBeGreaterThan(3);
    expect(report?.levels.every(({ track }) => track !== undefined)).toBe(true);
    expect(report?.breakdown.length).toBeGreaterThan(3);
    expect(report?.clusters.every(({ touch }) => touch !== null)).toBe(true);
    expect(report?.clusters.some(({ cascade }) => cascade !== null)).toBe(true);
    expect(JSON.stringify(report).length).toBeLessThan(50_000);
    // Instruments, ticker, ratio and book, twice; 30.5 days of 288 bars in pages of 1000, twice, once more for open
    // interest; 180 days of hours in 5 pages, twice; 1,096 days in two pages, once.
    expect(world.requests).toHaveLength(2 * 4 + 3 * 9 + 2 * 5 + 2);
  });
});
