import { createWatchService } from '../../core/service/watch-service.ts';
import { rememberRows } from '../../core/ledger/row-memory.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { createPorts, createWorld } from '../background/support/fake-ports.ts';
import { createFakeVenues } from '../background/support/fake-venues.ts';
import { createWorldTimers } from '../background/support/world-timers.ts';
import { NOW_MS } from './six-venues.ts';

const HOUR_MS = 3_600_000;

const PAGE = {
  venue: 'binance',
  instrument: 'BTCUSDT',
  base: 'BTC',
  multiplier: 1,
  quote: 'USDT',
  kind: 'perpetual',
} as const;

/** What telling one page the price for an hour takes, between polls. */
export interface HourOfQuotes {
  /** CPU of this process, a simulated venue and database included. */
  readonly cpuS: number;
  readonly requests: number;
  readonly quotes: number;
  readonly bytesPerQuote: number;
}

/** One page of a market of six venues that is open for an hour, in which nothing else is done. */
export async function measureQuotes(): Promise<HourOfQuotes> {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: VENUE_IDS, watchList: ['BTCUSDT'] };
  const timers = createWorldTimers(world);
  const ports = createPorts(world);
  const { database, news } = rememberRows(ports.database);
  const clock = { ...ports.clock, later: timers.later };
  const venues = createFakeVenues(NOW_MS / 1000 - 2 * 86_400);
  const service = createWatchService({ ...ports, clock, database }, venues, news);
  while (await service.tick());
  let quotes = 0;
  let bytes = 0;
  const requests = world.requests.length;
  const before = process.cpuUsage();
  service.followQuotes(PAGE, (quote) => {
    quotes += 1;
    bytes += JSON.stringify(quote).length;
  });
  await timers.pass(HOUR_MS);
  const { user, system } = process.cpuUsage(before);
  return {
    cpuS: (user + system) / 1e6,
    requests: world.requests.length - requests,
    quotes,
    bytesPerQuote: Math.round(bytes / quotes),
  };
}
