import { expect, test } from 'vitest';

import { prune } from '../../core/ledger/prune.ts';
import { HttpError, PermissionError } from '../../core/market/errors.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import type { FakeVenueOptions } from './support/fake-venue.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const DAY_S = 86_400;
const MIDNIGHT_S = Math.floor(NOW_MS / 1000 / DAY_S) * DAY_S;
const HOUR_MS = 3_600_000;
const daysAgo = (days: number): number => MIDNIGHT_S - days * DAY_S;

/** Both hold about 5,000 coins now and are listed for 500 days; a coin is about 100 dollars. */
function createMarket(special: Readonly<Record<'binance' | 'bybit', Partial<FakeVenueOptions>>>) {
  const world = createWorld(NOW_MS);
  const venues = createFakeVenues(daysAgo(500), {
    binance: { pageRows: 1000, ...special.binance },
    bybit: { pageRows: 200, ...special.bybit },
  });
  const pollAt = async (atMs: number) => {
    world.nowMs = atMs;
    const before = world.requests.length;
    const service = startWorker(createPorts(world), venues);
    while (await service.poll('BTCUSDT'));
    const paths = world.requests.slice(before).map(({ url }) => new URL(url));
    return (path: string) => paths.filter(({ pathname }) => pathname === `/${path}`).length;
  };
  const openInterest = () => world.reports.get('BTCUSDT')!.openInterest;
  return { world, pollAt, openInterest };
}

/** 5,000 coins, and 9,000 on a day 300 days ago. */
const withPeak = (dayS: number): number => (dayS === daysAgo(300) ? 9000 : 5000);

test('days are asked for to the listing of the contract, and then one a day', async () => {
  const { pollAt } = createMarket({ binance: {}, bybit: { openInterestOfDay: withPeak } });

  // 501 days in pages of 200, and one that is empty.
  expect((await pollAt(NOW_MS))('open-interest-days')).toBe(4);
  expect((await pollAt(NOW_MS + 2 * HOUR_MS))('open-interest-days')).toBe(0);
  expect((await pollAt(NOW_MS + 12 * HOUR_MS))('open-interest-days')).toBe(1);
  expect((await pollAt(NOW_MS + 13 * HOUR_MS))('open-interest-days')).toBe(0);
});

test('the peak is that of the days, by the share of today where a venue does not tell them', async () => {
  const { pollAt, openInterest } = createMarket({ binance: {}, bybit: { openInterestOfDay: withPeak } });
  await pollAt(NOW_MS);

  const { peakUsd, peakAt, peakEstimate, drawdown, year } = openInterest();
  // Twice Bybit's 9,000 coins at about 100 dollars.
  expect(peakUsd! / 1_800_000).toBeCloseTo(1, 0);
  expect(peakAt).toBe(daysAgo(300) * 1000);
  expect(peakEstimate).toMatchObject({ told: ['bybit'], scaled: ['binance'] });
  expect(drawdown).toBeGreaterThan(0.3);
  expect(year?.usd).toHaveLength(74);
  expect(year?.isEstimate).toBe(true);
});

test('files of an archive that the user has allowed are read one a day, and take the place of the share', async () => {
  const { pollAt, openInterest } = createMarket({
    binance: { archivedOfDay: (dayS) => (dayS < MIDNIGHT_S - DAY_S ? 5000 : null) },
    bybit: { openInterestOfDay: withPeak },
  });

  // 499 files, the one of yesterday that is not there yet, twice, and one from before the listing.
  expect((await pollAt(NOW_MS))('archive')).toBe(502);
  expect((await pollAt(NOW_MS + HOUR_MS))('archive')).toBe(0);
  const { peakUsd, peakEstimate } = openInterest();
  // 9,000 and 5,000 coins.
  expect(peakUsd! / 1_400_000).toBeCloseTo(1, 0);
  expect(peakEstimate).toBeUndefined();
});

test('an archive that the user has not allowed costs nothing and is no trouble', async () => {
  const { world, pollAt } = createMarket({
    binance: { archivedOfDay: () => 5000 },
    bybit: { openInterestOfDay: withPeak },
  });
  world.answer = ({ url }) => {
    if (url.endsWith('/archive')) throw new PermissionError('no permission');
    return 'ok';
  };
  await pollAt(NOW_MS);

  const { sources } = world.reports.get('BTCUSDT')!;
  expect(sources.filter(({ kind }) => kind === 'archived-open-interest')).toEqual([]);
  expect(sources.every(({ status }) => status === 'ok')).toBe(true);
});

test('a venue that refuses to tell its days is in no trouble, and its bars have a peak of their own', async () => {
  const { world, pollAt, openInterest } = createMarket({
    binance: {},
    bybit: { openInterestOfDay: withPeak },
  });
  world.answer = ({ url }) => {
    if (url.endsWith('/open-interest-days')) throw new HttpError(400, 'from is too early');
    return 'ok';
  };
  await pollAt(NOW_MS);

  expect(world.reports.get('BTCUSDT')!.sources.every(({ status }) => status === 'ok')).toBe(true);
  const { peakUsd, peakEstimate } = openInterest();
  expect(peakUsd! / 1_100_000).toBeCloseTo(1, 0);
  expect(peakEstimate).toBeUndefined();
});

test('a day that a venue tells four times too high is no peak', async () => {
  const { pollAt, openInterest } = createMarket({
    binance: { openInterestOfDay: () => 5000 },
    bybit: { openInterestOfDay: (dayS) => (dayS === daysAgo(40) ? 500_000 : 5000) },
  });
  await pollAt(NOW_MS);

  expect(openInterest().peakUsd! / 1_000_000).toBeLessThan(1.3);
});

test('days are kept for as long as their market is watched, forced orders by venue for two days', async () => {
  const world = createWorld(NOW_MS);
  const ports = createPorts(world);
  const chunkAt = (kind: string, atS: number, intervalS: number) =>
    ({
      store: 'chunks',
      key: ['BTCUSDT', 'all', kind, Math.floor(atS / intervalS / 288)],
      value: { columns: {} },
    }) as const;
  await ports.database.commit([
    chunkAt('daily-open-interest', daysAgo(1000), DAY_S),
    chunkAt('archived-open-interest', daysAgo(1000), DAY_S),
    chunkAt('forced-by-venue', daysAgo(0), 900),
    // A chunk holds three days.
    chunkAt('forced-by-venue', daysAgo(6), 900),
  ]);

  await prune(ports, ['BTCUSDT']);

  const kinds = (await ports.database.keys('chunks', ['BTCUSDT'])).map(([, , kind]) => kind);
  expect(new Set(kinds)).toEqual(
    new Set(['archived-open-interest', 'daily-open-interest', 'forced-by-venue']),
  );
  expect(kinds).toHaveLength(3);
});
