import type { ForcedOrder } from '../../../core/market/forced-order.ts';
import type { Instrument } from '../../../core/market/instrument.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import { createListener } from '../../../core/sources/streams/listener.ts';
import { readListening, readOrders } from '../../../core/ledger/forced-orders/read-orders.ts';
import type { Venue } from '../../../core/venues/venue.ts';
import { createPorts, createWorld, type World } from './fake-ports.ts';
import { createFakeSockets, type FakeSockets } from './fake-sockets.ts';
import { createFakeVenues } from './fake-venues.ts';

/** 2026-01-15 22:34:56 UTC. */
export const NOW_MS = 1_768_516_496_000;
export const SECOND_MS = 1000;
export const HOUR_MS = 3_600_000;

export const instrument = (venue: VenueId): Instrument => ({
  venue,
  id: 'BTCUSDT',
  base: 'BTC',
  quote: 'USDT',
  multiplier: 1,
  contractSize: 1,
  tickSize: 0.1,
});

export const order = (atMs: number, quantityBase = 1, venue: VenueId = 'bybit'): ForcedOrder => ({
  atMs,
  venue,
  base: 'BTC',
  side: 'long',
  orderPrice: 64,
  filledPrice: null,
  quantityBase,
  notionalUsd: 64 * quantityBase,
});

/** Bybit with a stream whose frames are JSON lists of orders; `pong` holds none; what is no JSON cannot be read. */
export const streaming: Record<VenueId, Venue> = (() => {
  const venues = createFakeVenues(0);
  return {
    ...venues,
    bybit: {
      ...venues.bybit,
      forcedOrderStream: (instruments) => ({
        url: 'wss://stream.bybit.com/v5/public/linear',
        subscribe: [`subscribe ${instruments.map(({ id }) => id).join()}`],
        heartbeat: { text: 'ping', everyMs: 20_000 },
        parse: (frame) => (frame === 'pong' ? [] : (JSON.parse(frame) as ForcedOrder[])),
      }),
    },
  };
})();

export interface Stage {
  readonly world: World;
  readonly sockets: FakeSockets;
  readonly passMs: (ms: number) => void;
}

export async function createStage(): Promise<Stage> {
  const world = createWorld(NOW_MS);
  await createPorts(world).database.commit([
    {
      store: 'sources',
      key: ['', 'bybit', 'instruments'],
      value: {
        okAtMs: NOW_MS,
        data: { kind: 'instruments', instruments: [instrument('bybit')] },
        failure: null,
      },
    },
  ]);
  return {
    world,
    sockets: createFakeSockets(),
    passMs: (ms) => {
      world.nowMs += ms;
    },
  };
}

export const listenerOn = ({ world, sockets }: Stage, database = createPorts(world).database) =>
  createListener({ clock: createPorts(world).clock, database, sockets }, streaming);

export const follow = (listener: ReturnType<typeof listenerOn>) => listener.follow(['BTCUSDT'], ['bybit']);

export const storedOrders = async ({ world }: Stage): Promise<readonly ForcedOrder[]> => {
  const { database } = createPorts(world);
  const heard = await readListening(database, 'BTCUSDT');
  return readOrders(database, 'BTCUSDT', heard, { fromMs: 0, untilMs: NOW_MS + 24 * HOUR_MS });
};

export const stretches = async ({ world }: Stage, venue: VenueId = 'bybit') =>
  (await readListening(createPorts(world).database, 'BTCUSDT'))[venue]?.stretches ?? [];
