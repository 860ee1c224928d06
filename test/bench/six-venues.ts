import { type ChunkNews, rememberRows } from '../../core/ledger/row-memory.ts';
import type { Ports } from '../../core/ledger/ports.ts';
import { VENUE_IDS, type VenueId } from '../../core/market/venue-id.ts';
import { DAY_S } from '../../core/market/time.ts';
import { INSTALLED_VENUES } from '../../core/venues/origins.ts';
import type { Venue } from '../../core/venues/venue.ts';
import { createPorts, createWorld, type World } from '../background/support/fake-ports.ts';
import { createFakeVenues } from '../background/support/fake-venues.ts';

/** 2026-01-15 22:30 UTC. */
export const NOW_MS = 1_768_516_200_000;

export const MARKET = 'BTCUSDT';

interface SixVenues {
  readonly world: World;
  /** With the worker's memory of rows. */
  readonly ports: Ports;
  readonly news: ChunkNews;
  readonly venues: Readonly<Record<VenueId, Venue>>;
}

/**
 * A worker in a world of six venues that have thirty days of bars and a year of daily ones, of which nothing is asked yet.
 * @param over what the ports are instead
 */
export function createSixVenues(nowMs: number, over: (ports: Ports, world: World) => Ports): SixVenues {
  const world = createWorld(nowMs);
  world.settings = { ...world.settings, venues: INSTALLED_VENUES };
  const ports = over(createPorts(world), world);
  const { database, news } = rememberRows(ports.database);
  const venues = createFakeVenues(
    NOW_MS / 1000 - 400 * DAY_S,
    Object.fromEntries(VENUE_IDS.map((id) => [id, { pageRows: 1000, clock: () => world.nowMs }])),
  );
  return { world, ports: { ...ports, database }, news, venues };
}
