import { expect, test } from 'vitest';

import { RegionError } from '../../core/market/errors.ts';
import type { WatchService } from '../../core/service/watch-service.ts';
import { createListener } from '../../core/sources/streams/listener.ts';
import { VENUES } from '../../core/venues/registry.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeSockets } from './support/fake-sockets.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const LISTED_S = NOW_MS / 1000 - 6 * 3600;

/** OKX, whose main host refuses this region, beside a venue that does not. */
function createRefused(): World {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance', 'okx'] };
  world.answer = ({ url }) => {
    if (url.startsWith('https://www.okx.com/')) throw new RegionError('does not serve this region');
    return 'ok';
  };
  return world;
}

const serviceOf = (world: World) =>
  startWorker(createPorts(world), createFakeVenues(LISTED_S, { okx: { origin: 'https://www.okx.com' } }));

/** A minute later the user chooses the host for the European Economic Area; requests are counted from there. */
async function chooseHost(world: World, service: WatchService): Promise<void> {
  world.requests.length = 0;
  world.nowMs += MINUTE_MS;
  world.settings = { ...world.settings, hosts: { okx: 'eea.okx.com' } };
  await service.askAnew('okx');
}

const hostsAsked = (world: World): readonly string[] => [
  ...new Set(world.requests.map(({ url }) => new URL(url).host)),
];

test('a regional host is never asked before the user chose it', async () => {
  const world = createRefused();
  const service = serviceOf(world);

  while (await service.poll('BTCUSDT'));

  expect(hostsAsked(world).toSorted()).toEqual(['binance.example', 'www.okx.com']);
  const okx = world.reports.get('BTCUSDT')?.sources.find(({ venue }) => venue === 'okx');
  expect(okx).toMatchObject({ status: 'failed', code: 'region' });
});

test('the chosen host is asked at once in place of the main one, and the venue is in the map again', async () => {
  const world = createRefused();
  const service = serviceOf(world);
  while (await service.poll('BTCUSDT'));
  await chooseHost(world, service);

  while (await service.poll('BTCUSDT'));

  expect(hostsAsked(world).toSorted()).toEqual(['binance.example', 'eea.okx.com']);
  const report = world.reports.get('BTCUSDT');
  expect(report?.openInterest.perVenue.map(({ venue }) => venue)).toEqual(['binance', 'okx']);
});

test('after a change of host the list of instruments is read at the new one, and what was loaded stays', async () => {
  const world = createRefused();
  world.answer = () => 'ok';
  const service = serviceOf(world);
  while (await service.poll('BTCUSDT'));
  await chooseHost(world, service);

  while (await service.poll('BTCUSDT'));

  const asked = world.requests.filter(({ url }) => url.includes('okx.com')).map(({ url }) => url);
  expect(asked).toContain('https://eea.okx.com/instruments');
  // Six hours of bars were loaded in many pages before; one minute later there is at most one page to ask for.
  expect(asked.filter((url) => url.endsWith('candles-5m')).length).toBeLessThan(2);
});

test('both hosts of a venue share one budget', async () => {
  const world = createRefused();
  world.answer = () => 'ok';
  const service = serviceOf(world);
  await service.poll('BTCUSDT');
  await chooseHost(world, service);
  await service.poll('BTCUSDT');

  const keys = await createPorts(world).database.keys('budgets', ['okx']);
  expect(keys).toEqual([['okx', 'okx']]);
});

test('streams are listened to at the chosen host, where it has its own', async () => {
  const world = createWorld(NOW_MS);
  const ports = createPorts(world);
  const instrumentOf = (venue: 'okx' | 'bybit') => ({
    venue,
    id: 'BTC',
    base: 'BTC',
    quote: 'USDT',
    multiplier: 1,
    contractSize: 1,
    tickSize: 0.1,
  });
  for (const venue of ['okx', 'bybit'] as const) {
    const data = { kind: 'instruments' as const, instruments: [instrumentOf(venue)] };
    const value = { okAtMs: NOW_MS, data, failure: null };
    await ports.database.commit([{ store: 'sources', key: ['', venue, 'instruments'], value }]);
  }
  const sockets = createFakeSockets();

  await createListener({ ...ports, sockets }, VENUES).follow(['BTCUSDT'], ['okx', 'bybit'], {
    okx: 'eea.okx.com',
    bybit: 'api.bybit.eu',
  });

  expect(sockets.lines.map(({ url }) => url).toSorted()).toEqual([
    'wss://stream.bybit.com/v5/public/linear',
    'wss://wseea.okx.com:8443/ws/v5/public',
  ]);
});
