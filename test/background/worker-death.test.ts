import { describe, expect, test } from 'vitest';

import { readListening, readOrders } from '../../core/ledger/forced-orders/read-orders.ts';
import { rememberRows } from '../../core/ledger/row-memory.ts';
import type { ForecastRow } from '../../core/ledger/tables/forecasts.ts';
import type { OutcomeRow } from '../../core/ledger/tables/outcomes.ts';
import type { SkillRow } from '../../core/ledger/tables/skill.ts';
import type { Ports } from '../../core/ledger/ports.ts';
import type { ForcedOrder } from '../../core/market/forced-order.ts';
import { createRandom } from '../../core/market/random.ts';
import { createWatchService } from '../../core/service/watch-service.ts';
import { toForcedOrderList } from '../../core/venues/shared/forced-order.ts';
import type { Venue } from '../../core/venues/venue.ts';
import { createPorts, createWorld, mortal, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { order } from './support/heard-orders.ts';

/** 2026-01-15 12:00:40 UTC. */
const START_MS = 1_768_478_440_000;
const MINUTE_MS = 60_000;
const MARKET = 'BTCUSDT';

/** A poll each half an hour, with an hour's bars, orders and forecast in every second. */
const POLLS = 14;
const KILLS = 500;

/** A poll takes about so many effects. */
const MOST_EFFECTS = 120;

/** A death of a long and of a short every ten minutes, told to whoever asks. */
const listed: readonly ForcedOrder[] = Array.from({ length: 2 * 6 * 9 }, (_, index) => ({
  ...order(START_MS - 60 * MINUTE_MS + Math.floor(index / 2) * 10 * MINUTE_MS, 1 + index, 'gate'),
  notionalUsd: 100 * (1 + index),
  side: index % 2 === 0 ? ('long' as const) : ('short' as const),
  orderPrice: 100,
}));

const fakes = createFakeVenues(START_MS / 1000 - 5 * 3600);
const gate: Venue = {
  ...fakes.gate,
  recentForcedOrders: (_instrument, range) => ({
    request: { url: 'https://gate.example/liq', method: 'GET', body: null, budget: 'gate', weight: 1 },
    parse: () => {
      const rows = listed.filter(({ atMs }) => atMs >= range.fromS * 1000 && atMs <= range.untilS * 1000);
      return toForcedOrderList(rows, { range, rows: rows.length, mostRows: 100 });
    },
  }),
};
const venues = { ...fakes, gate };

const calendar = JSON.stringify([
  { title: 'Retail Sales', country: 'USD', date: '2026-01-15T08:30:00-05:00', impact: 'High' },
]);

/** Two worlds in which all that there was by the start is loaded. */
async function createStages(): Promise<readonly [World, World]> {
  const world = createWorld(START_MS - 10 * MINUTE_MS);
  world.settings = { ...world.settings, venues: ['binance', 'bybit', 'gate'] };
  world.answerText = (url) => (url.includes('faireconomy') ? calendar : '');
  await live(createPorts(world));
  // What is listed is known by now, and so of whom forced orders can be asked for.
  await live(createPorts(world));
  return [
    world,
    { ...world, rows: new Map(world.rows), reports: new Map(world.reports), shown: [...world.shown] },
  ];
}

/** One life of a worker, which holds what it has read. */
async function live(ports: Ports): Promise<void> {
  const { database, news } = rememberRows(ports.database);
  const service = createWatchService({ ...ports, database }, venues, news);
  while (await service.poll(MARKET));
}

/** All that is stored but what was spent, which a killed worker pays twice, and when the rules last looked. */
const rowsOf = ({ rows }: World) =>
  [...rows]
    .filter(([key]) => !/^\["(budgets|alerts)"/.test(key))
    .map(([key, row]) => [key, withoutForecast(key, row)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/**
 * What is frozen with the first report of an hour may be frozen before or after the last venue has answered: of forecasts
 * their moments are compared, of outcomes what happened, of the skill how much was learnt.
 */
function withoutForecast(key: string, row: unknown): unknown {
  const [store] = JSON.parse(key) as [string];
  if (store === 'forecasts') {
    const { atS, price, names } = row as ForecastRow;
    return { atS, price, names };
  }
  if (store === 'outcomes') {
    const { atS, horizonS, heardShare, sides } = row as OutcomeRow;
    return { atS, horizonS, heardShare, sides: sides.map((side) => ({ ...side, masses: null })) };
  }
  if (store !== 'skill') return row;
  const { learntUntilS, scoredUntilS, mixture } = row as SkillRow;
  return { learntUntilS, scoredUntilS, windows: mixture.windows };
}

async function ordersIn(world: World): Promise<readonly ForcedOrder[]> {
  const { database } = createPorts(world);
  const heard = await readListening(database, MARKET);
  return readOrders(database, MARKET, heard, { fromMs: 0, untilMs: world.nowMs + 1 });
}

const toldIn = ({ reports }: World) => {
  const report = reports.get(MARKET);
  if (report?.map == null) throw new Error('no map');
  const { price, openInterest, levels, sources, warnings, warmUp, history } = report;
  const { longExposureUsd, shortExposureUsd } = report.map;
  return {
    price,
    openInterest,
    levels,
    sources,
    warnings,
    warmUp,
    history,
    longExposureUsd,
    shortExposureUsd,
  };
};

describe('a worker killed 500 times at seeded points of seven hours', () => {
  test('stores and tells what one tells that never dies, nothing lost and nothing twice', async () => {
    const [whole, killed] = await createStages();
    const random = createRandom(11);
    let kills = 0;
    for (let poll = 0; poll < POLLS; poll++) {
      const nowMs = START_MS + poll * 30 * MINUTE_MS;
      whole.nowMs = nowMs;
      await live(createPorts(whole));
      while (kills < (KILLS * (poll + 1)) / POLLS) {
        killed.nowMs = nowMs;
        const worker = mortal(createPorts(killed), 1 + Math.floor(random() * MOST_EFFECTS), random() < 0.5);
        const end = await Promise.race([live(worker.ports).then(() => 0), worker.death.then(() => 1)]);
        kills += end;
      }
      killed.nowMs = nowMs;
      await live(createPorts(killed));
    }

    expect(kills).toBe(KILLS);
    expect(rowsOf(killed)).toEqual(rowsOf(whole));
    expect(toldIn(killed)).toEqual(toldIn(whole));
    expect(await ordersIn(killed)).toEqual(listed.filter(({ atMs }) => atMs <= killed.nowMs));
    const stores = new Set([...killed.rows.keys()].map((key) => (JSON.parse(key) as string[])[0]));
    for (const store of ['chunks', 'forcedOrders', 'listening', 'engine', 'forecasts', 'outcomes', 'skill'])
      expect(stores).toContain(store);
    expect(toldIn(killed).warnings?.length).toBeGreaterThan(0);
    expect([...new Set(killed.shown)].toSorted()).toEqual(whole.shown.toSorted());
  });
});
