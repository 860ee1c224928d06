import type { MarketReport } from '../../../core/market/market-report.ts';
import { DEFAULT_SETTINGS } from '../../../core/io/storage-shared.ts';
import type { HttpRequest } from '../../../core/venues/venue.ts';
import type { DatabaseKey, DatabasePort, Leases, Ports } from '../../../core/watch/ports.ts';
import type { Settings, StoredTiers } from '../../../core/watch/stored.ts';
import type { StoreName } from '../../../core/watch/tables.ts';
import { storable } from '../../../core/io/storable.ts';

/** What outlives a worker. */
export interface World {
  nowMs: number;
  readonly rows: Map<string, unknown>;
  readonly reports: Map<string, MarketReport>;
  readonly tiers: Map<string, StoredTiers>;
  leases: Leases;
  settings: Settings;
  readonly requests: { readonly url: string; readonly atMs: number }[];
  /** Answers a request; throws what a real port would. */
  answer: (request: HttpRequest) => unknown;
}

export const createWorld = (nowMs: number): World => ({
  nowMs,
  rows: new Map(),
  reports: new Map(),
  tiers: new Map(),
  leases: {},
  settings: { ...DEFAULT_SETTINGS, venues: ['binance', 'bybit'] },
  requests: [],
  answer: () => 'ok',
});

const rowKey = (store: StoreName, key: DatabaseKey): string => JSON.stringify([store, ...key]);

const createMemoryDatabase = (world: World): DatabasePort => {
  const keysOf = (store: StoreName, prefix: DatabaseKey): DatabaseKey[] =>
    [...world.rows.keys()]
      .map((text) => JSON.parse(text) as [StoreName, ...DatabaseKey])
      .filter(([name, ...key]) => name === store && prefix.every((part, index) => key[index] === part))
      .map(([, ...key]) => key);
  const read = (store: StoreName, key: DatabaseKey): unknown =>
    structuredClone(world.rows.get(rowKey(store, key)) ?? null);
  return {
    get: async (store, key) => read(store, key) as never,
    list: async (store, prefix) =>
      keysOf(store, prefix).map((key) => ({ key, value: read(store, key) as never })),
    keys: async (store, prefix) => keysOf(store, prefix),
    commit: async (changes) => {
      const cloned = changes.map((change) => ({ ...change, value: structuredClone(change.value) }));
      for (const { store, key, value } of cloned) {
        if (value === null) world.rows.delete(rowKey(store, key));
        else world.rows.set(rowKey(store, key), value);
      }
    },
  };
};

/** Ports of one worker on `world`. */
export function createPorts(world: World): Ports {
  return {
    clock: {
      nowMs: () => world.nowMs,
      sleep: async (ms) => {
        world.nowMs += ms;
      },
    },
    http: {
      fetchJson: async (request) => {
        world.requests.push({ url: request.url, atMs: world.nowMs });
        return world.answer(request);
      },
    },
    database: createMemoryDatabase(world),
    storage: {
      readReport: async (market) => world.reports.get(market) ?? null,
      writeReport: async (report) => {
        world.reports.set(report.market, structuredClone(storable(report)));
      },
      readTiers: async (market) => world.tiers.get(market) ?? {},
      writeTiers: async (market, tiers) => {
        world.tiers.set(market, storable(tiers));
      },
      readSettings: async () => world.settings,
      readPositions: async () => [],
      readLeases: async () => world.leases,
      writeLeases: async (leases) => {
        world.leases = leases;
      },
      forgetMarket: async (market) => {
        world.reports.delete(market);
        world.tiers.delete(market);
      },
    },
  };
}

/** `ports` of a worker that dies at its `fatalCall`-th effect, before or after it happens: it never hears of anything again. */
export function mortal(
  ports: Ports,
  fatalCall: number,
  isBefore: boolean,
): { ports: Ports; death: Promise<void>; calls: () => number } {
  let calls = 0;
  let die = (): void => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const forever = new Promise<never>(() => {});
  const wrap =
    <A extends readonly unknown[], R>(effect: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      const isLast = calls === fatalCall;
      if (calls > fatalCall || (isLast && isBefore)) {
        if (isLast) die();
        return forever;
      }
      const result = await effect(...args);
      if (calls < fatalCall || (!isLast && calls === fatalCall)) return calls > fatalCall ? forever : result;
      die();
      return forever;
    };
  const { clock, http, database, storage } = ports;
  return {
    death,
    calls: () => calls,
    ports: {
      clock: { nowMs: clock.nowMs, sleep: wrap(clock.sleep) },
      http: { fetchJson: wrap(http.fetchJson) },
      database: {
        get: wrap(database.get) as DatabasePort['get'],
        list: wrap(database.list) as DatabasePort['list'],
        keys: wrap(database.keys),
        commit: wrap(database.commit),
      },
      storage: {
        readReport: wrap(storage.readReport),
        writeReport: wrap(storage.writeReport),
        readTiers: wrap(storage.readTiers),
        writeTiers: wrap(storage.writeTiers),
        readSettings: wrap(storage.readSettings),
        readPositions: wrap(storage.readPositions),
        readLeases: wrap(storage.readLeases),
        writeLeases: wrap(storage.writeLeases),
        forgetMarket: wrap(storage.forgetMarket),
      },
    },
  };
}
