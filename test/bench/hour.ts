import { monitorEventLoopDelay } from 'node:perf_hooks';

import { createWatchService } from '../../core/service/watch-service.ts';
import { rememberRows } from '../../core/ledger/row-memory.ts';
import type { DatabasePort, Ports } from '../../core/ledger/ports.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { INSTALLED_VENUES } from '../../core/venues/origins.ts';
import { createPorts, createWorld } from '../background/support/fake-ports.ts';
import { createFakeVenues } from '../background/support/fake-venues.ts';
import { hearOrders, pastOrders } from './past-orders.ts';

/** 2026-01-15 22:30 UTC. */
const NOW_MS = 1_768_516_200_000;
const POLL_MS = 30_000;
const MARKET = 'BTCUSDT';
/** Polls that stand for those of an hour. */
const POLLS = 40;
const POLLS_AN_HOUR = 120;

/** What polling one market that is known already takes in an hour. */
export interface HourOfPolls {
  /** CPU of this process, simulated venues and database included. */
  readonly cpuS: number;
  readonly rowsReadPerPoll: number;
  readonly reportsPerPoll: number;
  readonly longestRunMs: number;
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
  await database.commit(pastOrders(MARKET, NOW_MS));
  world.nowMs = NOW_MS;
  await service.poll(MARKET);

  const rowsBefore = counted.rows();
  reports = 0;
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const before = process.cpuUsage();
  for (let poll = 0; poll < POLLS; poll++) {
    world.nowMs = NOW_MS + (poll + 1) * POLL_MS;
    await hearOrders(database, MARKET, world.nowMs, poll);
    while (await service.poll(MARKET));
  }
  const { user, system } = process.cpuUsage(before);
  return {
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
