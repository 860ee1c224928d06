import { expect, test } from 'vitest';

import type { Ports } from '../../core/ledger/ports.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import type { Venue } from '../../core/venues/venue.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const ALARM_MS = 30_000;

const PAGE: PageMarket = {
  venue: 'binance',
  instrument: 'BTCUSDT',
  base: 'BTC',
  multiplier: 1,
  quote: 'USDT',
  kind: 'perpetual',
};

/** Which of eleven alarms ask the venues anything, or for `what`. */
async function alarmsThatAsk(isOnPage: boolean, what = ''): Promise<number[]> {
  const world = createWorld(NOW_MS);
  const venues = createFakeVenues(NOW_MS / 1000 - 86_400);
  const service = startWorker(createPorts(world), venues);
  world.settings = { ...world.settings, watchList: isOnPage ? [] : ['BTCUSDT'] };
  const asking: number[] = [];
  for (let alarm = 0; alarm < 11; alarm++) {
    if (isOnPage) await service.watchPage('tab 1', PAGE);
    const before = world.requests.length;
    while (await service.tick());
    if (world.requests.slice(before).some(({ url }) => url.includes(what))) asking.push(alarm);
    world.nowMs += ALARM_MS;
  }
  return asking;
}

test('each second alarm polls a market on a page', async () => {
  expect(await alarmsThatAsk(true)).toEqual([0, 2, 4, 6, 8, 10]);
});

test('each fifth alarm, twice a bar, polls a market that is on the watch list alone', async () => {
  expect(await alarmsThatAsk(false)).toEqual([0, 5, 10]);
});

test('books are asked for each fourth alarm of a market on a page, once a bar of one that is on the watch list alone', async () => {
  expect(await alarmsThatAsk(true, 'depth')).toEqual([0, 4, 8]);
  expect(await alarmsThatAsk(false, 'depth')).toEqual([0, 10]);
});

test('the last payment of funding is asked for once until the next one has passed', async () => {
  const world = createWorld(NOW_MS);
  const { binance, ...others } = createFakeVenues(NOW_MS / 1000 - 86_400);
  const eightHoursMs = 8 * 3_600_000;
  // 08:00 UTC, and the next at 16:00.
  const paidMs = (): number => Math.floor(world.nowMs / eightHoursMs) * eightHoursMs;
  const venue: Venue = {
    ...binance,
    ticker: (instrument) => {
      const [now] = binance.ticker(instrument);
      const { request } = now!;
      return [
        {
          request,
          parse: (...told) => {
            const { fundingRate8h, ...part } = now!.parse(...told);
            return { ...part, fundingRate: fundingRate8h! / 2, nextFundingAtMs: paidMs() + eightHoursMs };
          },
        },
        {
          request: { ...request, url: `${request.url}/last-payment` },
          parse: (_, nowMs) => ({ atMs: nowMs, lastFundingAtMs: paidMs() }),
          tells: 'last-payment',
        },
      ];
    },
  };
  const service = startWorker(createPorts(world), { ...others, binance: venue });
  const asked: boolean[] = [];
  const rates: (number | null)[] = [];
  for (const hour of [12, 13, 15, 16, 17]) {
    world.nowMs = Date.UTC(2026, 0, 15, hour, 35);
    await service.watchPage('tab 1', PAGE);
    const before = world.requests.length;
    await service.poll('BTCUSDT');
    asked.push(world.requests.slice(before).some(({ url }) => url.endsWith('/last-payment')));
    const row = await createPorts(world).database.get('sources', ['BTCUSDT', 'binance', 'ticker']);
    if (row?.data?.kind === 'ticker') rates.push(row.data.ticker.fundingRate8h);
  }

  expect(asked).toEqual([true, false, false, true, false]);
  expect(rates).toEqual([0.000_05, 0.000_05, 0.000_05, 0.000_05, 0.000_05]);
});

test('what has changed of permissions asks at once, however lately the last poll was', async () => {
  const world = createWorld(NOW_MS);
  const service = startWorker(createPorts(world), createFakeVenues(NOW_MS / 1000 - 86_400));
  world.settings = { ...world.settings, watchList: ['BTCUSDT'] };
  while (await service.tick());
  world.nowMs += 15_000;
  const before = world.requests.length;
  await service.tick();
  expect(world.requests).toHaveLength(before);

  await service.tick(true);
  expect(world.requests.length).toBeGreaterThan(before);
});

/** Reports of a first poll that are written while one of two venues has yet to answer, and in all. */
async function reportsOfAPoll(isOnPage: boolean): Promise<{ readonly early: number; readonly all: number }> {
  const world = createWorld(NOW_MS);
  const ports = createPorts(world);
  const bybit = Promise.withResolvers<void>();
  let all = 0;
  const slow: Ports = {
    ...ports,
    http: {
      ...ports.http,
      fetchJson: async (request) => {
        if (request.url.includes('bybit')) await bybit.promise;
        return ports.http.fetchJson(request);
      },
    },
    storage: {
      ...ports.storage,
      writeReport: async (report) => {
        all++;
        await ports.storage.writeReport(report);
      },
    },
  };
  const service = startWorker(slow, createFakeVenues(NOW_MS / 1000 - 86_400));
  world.settings = { ...world.settings, watchList: isOnPage ? [] : ['BTCUSDT'] };
  if (isOnPage) await service.watchPage('tab 1', PAGE);
  const polling = service.tick();
  // All that bybit does not hold up has happened by then.
  for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
  const early = all;
  bybit.resolve();
  await polling;
  return { early, all };
}

test('a market on a page is told of as soon as one venue has answered', async () => {
  const { early } = await reportsOfAPoll(true);
  expect(early).toBeGreaterThan(0);
});

test('a market that is on the watch list alone is told of once, when all venues have answered', async () => {
  expect(await reportsOfAPoll(false)).toEqual({ early: 0, all: 1 });
});
