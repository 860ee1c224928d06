import { describe, expect, test } from 'vitest';

import type { VenueId } from '../../core/market/venue-id.ts';
import { createOrderFollower } from '../../core/sources/streams/follow-orders.ts';
import type { DatabaseChange } from '../../core/ledger/ports.ts';
import type { ForcedOrderStream, Venue } from '../../core/venues/venue.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeSockets } from './support/fake-sockets.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { instrument, NOW_MS } from './support/heard-orders.ts';
import { startWorker } from './support/start-worker.ts';

describe('sockets', () => {
  /** Venues whose sockets are open while a page of `pageVenue` shows the market. */
  async function openSockets(pageVenue: string, settings: Partial<World['settings']>): Promise<string[]> {
    const world = createWorld(NOW_MS);
    const sockets = createFakeSockets();
    const ports = createPorts(world);
    const venues = createFakeVenues(0);
    const withStream = (id: 'binance' | 'bybit'): Venue => ({
      ...venues[id],
      forcedOrderStream: () => ({ ...stream, url: `wss://${id}.example` }),
    });
    const all = { ...venues, binance: withStream('binance'), bybit: withStream('bybit') };
    await ports.database.commit([listingOf('binance'), listingOf('bybit')]);
    world.settings = { ...world.settings, ...settings };
    const page = {
      instrument: 'BTCUSDT',
      base: 'BTC',
      multiplier: 1,
      quote: 'USDT',
      kind: 'perpetual',
    } as const;
    await startWorker(ports, all).watchPage('tab', { venue: pageVenue, ...page });
    await createOrderFollower({ ...ports, sockets }, all)();
    return sockets.lines.map(({ url }) => url);
  }

  const stream: ForcedOrderStream = {
    url: '',
    subscribe: [],
    heartbeat: null,
    parse: () => [],
  };

  const listingOf = (venue: VenueId): DatabaseChange => ({
    store: 'sources',
    key: ['', venue, 'instruments'],
    value: { okAtMs: NOW_MS, data: { kind: 'instruments', instruments: [instrument(venue)] }, failure: null },
  });

  test('of other venues than the page’s own stay shut until the user has answered', async () => {
    expect(await openSockets('bybit', {})).toEqual(['wss://bybit.example']);
    const before = { isAnswered: false, venues: ['binance', 'bybit'], ownPages: true } as const;
    expect(await openSockets('bybit', { listening: before })).toEqual(['wss://bybit.example']);
  });

  test('stay shut on the page of a venue that is not polled', async () => {
    expect(await openSockets('dydx', {})).toEqual([]);
    expect(await openSockets('bybit', { venues: ['binance'] })).toEqual([]);
  });

  test('are those that the user agreed to, and the page’s own only if it is wanted', async () => {
    const binanceOnly = { isAnswered: true, venues: ['binance'], ownPages: false } as const;
    expect(await openSockets('bybit', { listening: binanceOnly })).toEqual(['wss://binance.example']);
    expect(await openSockets('bybit', { listening: { ...binanceOnly, ownPages: true } })).toEqual([
      'wss://binance.example',
      'wss://bybit.example',
    ]);
  });
});
