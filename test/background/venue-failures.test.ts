import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { MarketReport } from '../../core/market/market-report.ts';
import type { SourceFailure } from '../../core/market/market-report.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import { VENUES } from '../../core/venues/registry.ts';
import type { Fault } from '../exchange/faults/fault.ts';
import { BTC_ALONE } from '../exchange/scenarios/january-2026.ts';
import { startExchange, type RunningExchange } from '../exchange/start-exchange.ts';
import { createWorld, type World } from './support/fake-ports.ts';
import { portsTo } from './support/simulated-world.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MARKET = 'BTCUSDT';
const ASKED: readonly VenueId[] = ['binance', 'bybit', 'okx', 'hyperliquid'];

/** After this long a price is asked for again. */
const NEXT_MS = 11_000;

/** What is then missing is called failed rather than late. */
const LATER_MS = 600_000;

/** Of this machine: longer than the exchange takes, and what a stall is waited for. */
const TIMEOUT_MS = 60_000;
const STALL_TIMEOUT_MS = 500;

interface Failure {
  readonly name: string;
  readonly fault: Fault;
  /** What Bybit's price is said to be missing for. */
  readonly code: SourceFailure;
}

const FAILURES: readonly Failure[] = [
  { name: 'refuses with 403', fault: { kind: 'refuse', status: 403 }, code: 'region' },
  { name: 'refuses with 451', fault: { kind: 'refuse', status: 451 }, code: 'region' },
  { name: 'is behind a guard that turns us away', fault: { kind: 'block' }, code: 'blocked' },
  {
    name: 'throttles with 429',
    fault: { kind: 'throttle', status: 429, retryAfterS: 120 },
    code: 'rate-limited',
  },
  { name: 'bans with 418', fault: { kind: 'throttle', status: 418, retryAfterS: 120 }, code: 'rate-limited' },
  { name: 'stalls', fault: { kind: 'stall', ms: 60_000 }, code: 'timeout' },
  { name: 'cuts the connection', fault: { kind: 'cut' }, code: 'network' },
  { name: 'answers garbage', fault: { kind: 'garbage' }, code: 'schema' },
  { name: 'answers truncated JSON', fault: { kind: 'truncated' }, code: 'schema' },
  { name: 'answers wrong types', fault: { kind: 'wrong-types' }, code: 'schema' },
  { name: 'answers stale times', fault: { kind: 'stale', byS: 7_200 }, code: 'glitch' },
  { name: 'answers future times', fault: { kind: 'future', byS: 7_200 }, code: 'schema' },
  { name: 'answers another symbol', fault: { kind: 'other-symbol' }, code: 'schema' },
  { name: 'answers zeros', fault: { kind: 'zero' }, code: 'schema' },
  { name: 'answers negative values', fault: { kind: 'negative' }, code: 'schema' },
  { name: 'answers 503', fault: { kind: 'error', status: 503 }, code: 'http' },
];

/** Hyperliquid's answers carry no time that could be wrong: its price stays believed. */
const liesAboutTime = ({ kind }: Fault): boolean => kind === 'stale' || kind === 'future';

describe('a venue of the simulated exchange that fails', () => {
  let exchange: RunningExchange;
  let nowMs = NOW_MS;
  let loaded: World;

  beforeAll(async () => {
    exchange = await startExchange({ scenario: BTC_ALONE, clock: () => nowMs, endsAtMs: NOW_MS });
    loaded = createWorld(NOW_MS);
    loaded.settings = { ...loaded.settings, venues: ASKED };
    await poll(loaded, NOW_MS);
  }, 120_000);
  afterAll(() => exchange.close(), 60_000);

  async function poll(world: World, atMs: number, timeoutMs = TIMEOUT_MS): Promise<MarketReport> {
    nowMs = atMs;
    world.nowMs = atMs;
    const service = startWorker(portsTo(exchange, world, timeoutMs), VENUES);
    while (await service.poll(MARKET));
    const report = world.reports.get(MARKET);
    if (report === undefined) throw new Error('no report');
    return report;
  }

  const copyOf = (world: World): World => ({
    ...world,
    rows: structuredClone(world.rows),
    reports: structuredClone(world.reports),
    tiers: structuredClone(world.tiers),
    requests: [],
  });

  const distanceFromMarket = ({ price }: MarketReport) =>
    Math.abs((price ?? NaN) / exchange.market.priceOf('BTC') - 1);

  /** First only Bybit fails, then all do. Asked for twice, it has happened once. */
  const failInTurn = (failure: Failure) => {
    const known = failed.get(failure) ?? failOnce(failure);
    failed.set(failure, known);
    return known;
  };
  const failed = new Map<Failure, ReturnType<typeof failOnce>>();

  async function failOnce({ fault }: Failure) {
    const world = copyOf(loaded);
    const timeoutMs = fault.kind === 'stall' ? STALL_TIMEOUT_MS : TIMEOUT_MS;
    exchange.faults.clear();
    exchange.faults.add({ venue: 'bybit', fault });
    const one = await poll(world, NOW_MS + NEXT_MS, timeoutMs);
    exchange.faults.clear();
    exchange.faults.add({ fault });
    const all = await poll(world, NOW_MS + NEXT_MS + LATER_MS, timeoutMs);
    const withoutPrice = all.sources
      .filter(({ kind, status }) => kind === 'ticker' && status === 'failed')
      .map(({ venue }) => venue);
    return { one, all, withoutPrice };
  }

  const OPTIONS = { timeout: 60_000 };

  test.each(FAILURES)('because it $name costs its own price, and says so', OPTIONS, async (failure) => {
    const { one } = await failInTurn(failure);

    expect(one.sources.filter(({ status }) => status !== 'ok')).toMatchObject([
      { venue: 'bybit', kind: 'ticker', code: failure.code },
    ]);
    expect(one.map).not.toBeNull();
    expect(distanceFromMarket(one)).toBeLessThan(0.01);
    expect(one.openInterest.perVenue.map(({ venue }) => venue)).toContain('binance');
  });

  test.each(FAILURES.filter(({ fault }) => !liesAboutTime(fault)))(
    'as all do, because it $name, leaves the last figures with their time',
    OPTIONS,
    async (failure) => {
      const { one, all, withoutPrice } = await failInTurn(failure);

      expect(withoutPrice).toEqual(ASKED);
      expect(all.map).not.toBeNull();
      expect([all.at, all.price]).toEqual([one.at, one.price]);
    },
  );

  test.each(FAILURES.filter(({ fault }) => liesAboutTime(fault)))(
    'as all do, because it $name, leaves the price to the one whose answers carry no time',
    OPTIONS,
    async (failure) => {
      const { all, withoutPrice } = await failInTurn(failure);

      expect(withoutPrice).toEqual(['binance', 'bybit', 'okx']);
      expect(all.map).not.toBeNull();
      expect(distanceFromMarket(all)).toBeLessThan(0.01);
    },
  );
});
