import type { PublicPosition } from '../../../core/market/public-position.ts';
import type { WaitingOrder } from '../../../core/market/waiting-order.ts';
import type { TraderRow } from '../../../core/ledger/tables/traders.ts';
import { hyperliquid } from '../../../core/venues/hyperliquid/hyperliquid.ts';
import type { Venue } from '../../../core/venues/venue.ts';
import { createPorts, createWorld, type World } from './fake-ports.ts';
import { createFakeVenue } from './fake-venue.ts';
import { createFakeVenues } from './fake-venues.ts';
import { startWorker } from './start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
export const NOW_MS = 1_768_480_496_000;
const LISTED_S = NOW_MS / 1000 - 6 * 3600;

type ByAddress<Value> = Readonly<Record<string, Value>>;

/** A venue of which `held` says what each account holds, and `orders` what of it is to be closed where. */
function openVenue(
  world: World,
  held: ByAddress<PublicPosition | null>,
  orders: ByAddress<readonly WaitingOrder[]>,
): Venue {
  const venue = createFakeVenue({ id: 'hyperliquid', listedS: LISTED_S, pageRows: 1000 });
  const request = (path: string) => ({
    url: `https://hyperliquid.example/${path}`,
    method: 'GET' as const,
    body: null,
    budget: 'hyperliquid',
    weight: 1,
  });
  return {
    ...venue,
    publicPositions: {
      traders: () => ({ request: request('traders'), parse: () => Object.keys(held) }),
      position: (_instrument, address) => ({
        request: request(`position/${address}`),
        parse: () => {
          const position = held[address] ?? null;
          return position === null ? null : { ...position, atS: world.nowMs / 1000 };
        },
      }),
      waitingOrders: (_instrument, address) => ({
        request: request(`orders/${address}`),
        parse: () => orders[address] ?? [],
      }),
      account: hyperliquid.publicPositions!.account,
      leaderboard: {
        url: 'https://stats.example/leaderboard',
        scan: () => {
          let text = '';
          return { push: (part) => (text += part), traders: () => (text === '' ? [] : text.split(' ')) };
        },
      },
    },
  };
}

/** A market of one venue that shows what its accounts hold. */
export function createOpenMarket(
  held: ByAddress<PublicPosition | null>,
  orders: ByAddress<readonly WaitingOrder[]> = {},
) {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['hyperliquid'] };
  const venues = { ...createFakeVenues(LISTED_S, {}), hyperliquid: openVenue(world, held, orders) };
  const askedFor = (what: 'position' | 'orders') => (): readonly string[] =>
    world.requests.flatMap(({ url }) => new RegExp(`${what}/(.+)`).exec(url)?.slice(1) ?? []);
  return {
    world,
    poll: async (atMs: number) => {
      world.nowMs = atMs;
      const service = startWorker(createPorts(world), venues);
      while (await service.poll('BTCUSDT'));
      return world.reports.get('BTCUSDT');
    },
    tick: async (atMs: number) => {
      world.nowMs = atMs;
      await startWorker(createPorts(world), venues).tick();
    },
    asked: askedFor('position'),
    askedForOrders: askedFor('orders'),
    traders: (): readonly TraderRow[] =>
      [...world.rows].flatMap(([key, value]) => (key.startsWith('["traders"') ? [value as TraderRow] : [])),
  };
}
