import { describe, expect, test } from 'vitest';

import {
  HttpError,
  NetworkError,
  RateLimitedError,
  RegionError,
  TimeoutError,
} from '../../core/market/errors.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import type { WatchService } from '../../core/service/watch-service.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const LISTED_S = NOW_MS / 1000 - 6 * 3600;

const VENUES: readonly VenueId[] = ['binance', 'bybit', 'okx'];

const createThree = (): World => {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: VENUES };
  return world;
};

const pollAll = async (service: WatchService): Promise<void> => {
  while (await service.poll('BTCUSDT'));
};

const reportOf = (world: World): MarketReport => {
  const report = world.reports.get('BTCUSDT');
  if (report === undefined) throw new Error('no report');
  return report;
};

const lines = (world: World, venue: VenueId) =>
  reportOf(world)
    .sources.filter((source) => source.venue === venue)
    .map(({ kind, status, code }) => `${kind} ${status} ${code}`);

const failWith =
  (venue: VenueId, make: () => unknown): World['answer'] =>
  ({ url }) => {
    if (!url.startsWith(`https://${venue}.`)) return 'ok';
    return make();
  };

const throwing = (error: Error) => (): never => {
  throw error;
};

describe('one venue that fails', () => {
  test.each([
    ['refuses', throwing(new HttpError(403, 'refused')), 'http'],
    ['refuses the region', throwing(new RegionError('restricted')), 'region'],
    ['throttles', throwing(new RateLimitedError(NOW_MS + MINUTE_MS, 'wait')), 'rate-limited'],
    ['stalls', throwing(new TimeoutError('slow')), 'timeout'],
    ['is cut off', throwing(new NetworkError('cut')), 'network'],
    ['answers garbage', () => 'garbage', 'schema'],
    ['is down', throwing(new HttpError(503, 'down')), 'http'],
  ])('because it %s costs its own part and says so', async (_what, make, code) => {
    const world = createThree();
    world.answer = failWith('okx', make);

    await pollAll(startWorker(createPorts(world), createFakeVenues(LISTED_S)));

    expect(lines(world, 'okx')).toEqual([`instruments failed ${code}`]);
    expect(lines(world, 'bybit').every((line) => line.endsWith('ok null'))).toBe(true);
    expect(reportOf(world).map).not.toBeNull();
    expect(reportOf(world).warmUp.done).toBe(true);
    expect(reportOf(world).openInterest.perVenue.map(({ venue }) => venue)).toEqual(['binance', 'bybit']);
  });

  test('later keeps its last open interest, and is called stale, then failed', async () => {
    const world = createThree();
    const service = startWorker(createPorts(world), createFakeVenues(LISTED_S));
    await pollAll(service);
    world.answer = failWith('okx', throwing(new NetworkError('cut')));

    world.nowMs = NOW_MS + MINUTE_MS;
    await pollAll(service);
    expect(lines(world, 'okx')).toContain('ticker stale network');

    world.nowMs = NOW_MS + 10 * MINUTE_MS;
    await pollAll(service);
    expect(lines(world, 'okx')).toContain('ticker failed network');
    expect(reportOf(world).openInterest.perVenue.map(({ venue }) => venue)).toEqual(VENUES);
  });

  test('by lying about its price is left out of price, open interest and map', async () => {
    const honest = createThree();
    honest.settings = { ...honest.settings, venues: ['bybit', 'okx'] };
    await pollAll(startWorker(createPorts(honest), createFakeVenues(LISTED_S)));
    const world = createThree();

    await pollAll(
      startWorker(createPorts(world), createFakeVenues(LISTED_S, { binance: { priceFactor: 0.01 } })),
    );

    expect(lines(world, 'binance')).toContain('ticker failed set-aside');
    expect(reportOf(world).price).toBe(reportOf(honest).price);
    expect(reportOf(world).map).toEqual(reportOf(honest).map);
  });

  test('that does not list the coin says so and is not asked for it', async () => {
    const world = createThree();
    const venues = createFakeVenues(LISTED_S);
    const okx = {
      ...venues.okx,
      instruments: () => ({ ...venues.okx.instruments(), parse: () => [] }),
    };

    await pollAll(startWorker(createPorts(world), { ...venues, okx }));

    expect(lines(world, 'okx')).toEqual(['instruments failed not-listed']);
    expect(world.requests.filter(({ url }) => url.includes('okx'))).toHaveLength(1);
  });
});

describe('all venues failing', () => {
  test('leaves the last report with its time, and the sources say why', async () => {
    const world = createThree();
    const service = startWorker(createPorts(world), createFakeVenues(LISTED_S));
    await pollAll(service);
    const before = reportOf(world);
    world.answer = throwing(new NetworkError('cut'));

    world.nowMs = NOW_MS + 10 * MINUTE_MS;
    await pollAll(service);

    const after = reportOf(world);
    expect(after.at).toBe(before.at);
    expect(after.price).toBe(before.price);
    expect(after.clusters).toEqual(before.clusters);
    expect(after.sources.filter(({ kind }) => kind === 'ticker').map(({ status }) => status)).toEqual([
      'failed',
      'failed',
      'failed',
    ]);
  });

  test('from the start gives a report without a price', async () => {
    const world = createThree();
    world.answer = throwing(new NetworkError('cut'));

    await pollAll(startWorker(createPorts(world), createFakeVenues(LISTED_S)));

    expect(reportOf(world)).toMatchObject({ price: null, map: null, warmUp: { barsLoaded: 0, done: false } });
  });
});

describe('a venue that asks to wait', () => {
  test('is sent nothing until the time it named, by no worker', async () => {
    const world = createThree();
    const venues = createFakeVenues(LISTED_S);
    const retryAtMs = NOW_MS + 5 * MINUTE_MS;
    world.answer = failWith('okx', throwing(new RateLimitedError(retryAtMs, 'wait')));
    await pollAll(startWorker(createPorts(world), venues));
    world.answer = () => 'ok';

    for (let nowMs = NOW_MS; nowMs < NOW_MS + 8 * MINUTE_MS; nowMs += 30_000) {
      world.nowMs = nowMs;
      await pollAll(startWorker(createPorts(world), venues));
    }

    const asked = world.requests.filter(({ url }) => url.includes('okx')).map(({ atMs }) => atMs);
    expect(asked.filter((atMs) => atMs < retryAtMs)).toEqual([NOW_MS]);
    expect(asked.length).toBeGreaterThan(5);
    expect(lines(world, 'okx').every((line) => line.endsWith('ok null'))).toBe(true);
  });

  test('with a 403 is sent nothing for ten minutes', async () => {
    const world = createThree();
    const venues = createFakeVenues(LISTED_S);
    await pollAll(startWorker(createPorts(world), venues));
    world.answer = failWith('okx', throwing(new HttpError(403, 'refused')));

    for (let nowMs = NOW_MS + MINUTE_MS; nowMs < NOW_MS + 10 * MINUTE_MS; nowMs += 30_000) {
      world.nowMs = nowMs;
      await pollAll(startWorker(createPorts(world), venues));
    }

    const asked = world.requests.filter(({ url, atMs }) => url.includes('okx') && atMs > NOW_MS);
    expect(asked).toHaveLength(1);
  });
});
