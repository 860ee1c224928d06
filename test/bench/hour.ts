import { monitorEventLoopDelay } from 'node:perf_hooks';

import { publish } from '../../core/service/publish.ts';
import { createWatchService } from '../../core/service/watch-service.ts';
import { chunkOf, hourOf } from '../../core/ledger/forced-orders/order-chunks.ts';
import { changesOf } from '../../core/ledger/forced-orders/order-log.ts';
import { rememberRows } from '../../core/ledger/row-memory.ts';
import type { DatabaseChange, DatabasePort, Ports } from '../../core/ledger/ports.ts';
import { createBars, BARS_NEEDED } from '../../core/market/bars.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { createMarketMemory } from '../../core/report/market-memory.ts';
import { INSTALLED_VENUES } from '../../core/venues/origins.ts';
import { createPorts, createWorld } from '../background/support/fake-ports.ts';
import { createFakeVenues } from '../background/support/fake-venues.ts';
import { forcedOrders } from './busy-market.ts';
import { measureAsync, type Timing } from './measure.ts';

/** 2026-01-15 22:30 UTC. */
const NOW_MS = 1_768_516_200_000;
const POLL_MS = 30_000;
const MARKET = 'BTCUSDT';
/** Polls that stand for those of an hour. */
const POLLS = 40;
const POLLS_AN_HOUR = 120;
const FORCED_ORDERS = 20_000;
const PUBLISHED = 25;

/** What polling one market that is known already takes in an hour. */
export interface HourOfPolls {
  /** CPU of this process, simulated venues and database included. */
  readonly cpuS: number;
  readonly rowsReadPerPoll: number;
  readonly reportsPerPoll: number;
  readonly longestRunMs: number;
  /** Least and middle time from the rows to the written report, settled bars stepped before. */
  readonly publish: Timing;
}

/** Polls a market with thirty days of six venues, every half minute, each venue answering at its own pace. */
export async function measureHour(): Promise<HourOfPolls> {
  const world = createWorld(NOW_MS - POLL_MS);
  world.settings = { ...world.settings, venues: INSTALLED_VENUES };
  const ports = withPace(createPorts(world), () => world.nowMs);
  const counted = countRows(ports.database);
  const { database, news } = rememberRows(counted.database);
  let reports = 0;
  const venues = createFakeVenues(
    NOW_MS / 1000 - 400 * 86_400,
    Object.fromEntries(VENUE_IDS.map((id) => [id, { pageRows: 1000 }])),
  );
  const service = createWatchService(
    {
      ...ports,
      database,
      storage: {
        ...ports.storage,
        writeReport: async (report) => {
          reports++;
          await ports.storage.writeReport(report);
        },
      },
    },
    venues,
    news,
  );
  while (await service.poll(MARKET));
  await database.commit(pastOrders());
  world.nowMs = NOW_MS;
  await service.poll(MARKET);

  const rowsBefore = counted.rows();
  reports = 0;
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const before = process.cpuUsage();
  for (let poll = 0; poll < POLLS; poll++) {
    world.nowMs = NOW_MS + (poll + 1) * POLL_MS;
    await hearOrders(database, world.nowMs, poll);
    while (await service.poll(MARKET));
  }
  const { user, system } = process.cpuUsage(before);
  const told = {
    market: MARKET,
    venues: INSTALLED_VENUES.map((id) => venues[id]),
    memory: createMarketMemory(MARKET, news),
    storage: [],
  };
  const published = await measureAsync(() => publish({ ...ports, database }, told), PUBLISHED);
  return {
    publish: published,
    cpuS: ((user + system) / 1e6) * (POLLS_AN_HOUR / POLLS),
    rowsReadPerPoll: (counted.rows() - rowsBefore) / POLLS,
    reportsPerPoll: reports / POLLS,
    longestRunMs: delays.max / 1e6,
  };
}

/** Real timers, and answers that come after a while of their own. */
function withPace(ports: Ports, nowMs: () => number): Ports {
  const startedMs = performance.now();
  return {
    ...ports,
    clock: {
      ...ports.clock,
      deviceMs: () => nowMs() + performance.now() - startedMs,
      later: (ms, work) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    },
    http: {
      ...ports.http,
      fetchJson: async (request) => {
        const place = VENUE_IDS.findIndex((id) => request.url.includes(id));
        await new Promise((resolve) => setTimeout(resolve, 20 + 60 * place));
        return ports.http.fetchJson(request);
      },
    },
  };
}

function countRows(database: DatabasePort): { database: DatabasePort; rows: () => number } {
  let rows = 0;
  return {
    rows: () => rows,
    database: {
      ...database,
      get: async (store, key) => {
        rows++;
        return database.get(store, key);
      },
      list: async (store, prefix) => {
        const listed = await database.list(store, prefix);
        rows += listed.length;
        return listed;
      },
    },
  };
}

/** Thirty days of forced orders at all venues, heard without a gap. */
function pastOrders(): readonly DatabaseChange[] {
  const bars = createBars(BARS_NEEDED);
  bars.openTimeS.forEach((_, row) => {
    bars.openTimeS[row] = NOW_MS / 1000 - (BARS_NEEDED - row) * bars.intervalS;
  });
  bars.low.fill(95);
  bars.high.fill(105);
  const orders = forcedOrders(bars, FORCED_ORDERS);
  return INSTALLED_VENUES.flatMap((venue) => {
    const own = Map.groupBy(
      orders.filter((order) => order.venue === venue),
      ({ atMs }) => hourOf(atMs),
    );
    const heard = { fromMs: NOW_MS - BARS_NEEDED * 300_000, untilMs: NOW_MS };
    return [
      ...[...own].map(([hour, some]) => ({
        store: 'forcedOrders' as const,
        key: [MARKET, venue, hour],
        value: chunkOf(some),
      })),
      { store: 'listening' as const, key: [MARKET, venue], value: { stretches: [heard], revision: 0 } },
    ];
  });
}

/** One order of the last half minute at each of two venues, as a socket would tell it. */
async function hearOrders(database: DatabasePort, nowMs: number, poll: number): Promise<void> {
  for (const venue of ['bybit', 'okx'] as const) {
    const order = {
      atMs: nowMs - 10_000,
      venue,
      base: 'BTC',
      side: poll % 2 === 0 ? ('long' as const) : ('short' as const),
      orderPrice: 100,
      filledPrice: null,
      quantityBase: 0.5,
      notionalUsd: 50,
    };
    const stretches = [{ fromMs: nowMs - POLL_MS, untilMs: nowMs }];
    await database.commit(
      await changesOf(database, { market: MARKET, venue, batches: [[order]], stretches }, nowMs),
    );
  }
}
