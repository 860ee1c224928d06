import { monitorEventLoopDelay } from 'node:perf_hooks';

import { createWatchService } from '../../core/service/watch-service.ts';
import type { Ports } from '../../core/ledger/ports.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { hearOrders, pastOrders } from './past-orders.ts';
import { createSixVenues, MARKET, NOW_MS } from './six-venues.ts';

const POLL_MS = 30_000;
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
  const counts = { rows: 0, reports: 0 };
  const { world, ports, news, venues } = createSixVenues(NOW_MS - POLL_MS, (real, at) =>
    counted(
      withPace(real, () => at.nowMs),
      counts,
    ),
  );
  const service = createWatchService(ports, venues, news);
  while (await service.poll(MARKET));
  await ports.database.commit(pastOrders(MARKET, NOW_MS));
  world.nowMs = NOW_MS;
  await service.poll(MARKET);

  const before = { ...counts };
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const cpuBefore = process.cpuUsage();
  for (let poll = 0; poll < POLLS; poll++) {
    world.nowMs = NOW_MS + (poll + 1) * POLL_MS;
    await hearOrders(ports.database, MARKET, world.nowMs, poll);
    while (await service.poll(MARKET));
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    cpuS: ((user + system) / 1e6) * (POLLS_AN_HOUR / POLLS),
    rowsReadPerPoll: (counts.rows - before.rows) / POLLS,
    reportsPerPoll: (counts.reports - before.reports) / POLLS,
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

/** `ports` that count the rows that are read and the reports that are written. */
function counted(ports: Ports, counts: { rows: number; reports: number }): Ports {
  const { database, storage } = ports;
  return {
    ...ports,
    database: {
      ...database,
      get: async (store, key) => {
        counts.rows++;
        return database.get(store, key);
      },
      list: async (store, prefix) => {
        const listed = await database.list(store, prefix);
        counts.rows += listed.length;
        return listed;
      },
    },
    storage: {
      ...storage,
      writeReport: async (report) => {
        counts.reports++;
        await storage.writeReport(report);
      },
    },
  };
}
