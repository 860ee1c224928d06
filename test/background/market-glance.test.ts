import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { VENUES } from '../../core/venues/registry.ts';
import { startExchange, type RunningExchange } from '../exchange/start-exchange.ts';
import { createWorld, type World } from './support/fake-ports.ts';
import { portsTo } from './support/simulated-world.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Of this machine: a request is never given up. */
const TIMEOUT_MS = 60_000;
const ALL = { held: 0, markets: null };

let exchange: RunningExchange;
let exchangeNowMs = NOW_MS;
beforeAll(async () => {
  exchange = await startExchange({ clock: () => exchangeNowMs, endsAtMs: NOW_MS + 26 * HOUR_MS });
}, 60_000);
afterAll(() => exchange.close(), 60_000);
beforeEach(() => {
  exchangeNowMs = NOW_MS;
  exchange.faults.clear();
  exchange.requests.clear();
});

function createWorker(world: World = createWorld(NOW_MS)) {
  world.settings = {
    ...world.settings,
    venues: ['binance', 'bybit', 'okx', 'bitget', 'gate', 'hyperliquid'],
  };
  const service = startWorker(portsTo(exchange, world, TIMEOUT_MS), VENUES);
  const goTo = (atMs: number): void => {
    exchangeNowMs = atMs;
    world.nowMs = atMs;
  };
  return {
    world,
    service,
    goTo,
    /** Somebody looks, and the venues are asked. */
    look: async (atMs: number) => {
      goTo(atMs);
      await service.lookAround(ALL);
      await service.tick();
      return (await service.lookAround(ALL))!;
    },
  };
}
const bulkPaths = () =>
  exchange.requests.all.map(({ path }) => path).filter((path) => /tickers$|24hr$/.test(path));

describe('somebody who looks at all markets', () => {
  test(
    'is told of those of every venue, with open interest of those that tell it',
    async () => {
      const { look } = createWorker();

      const { markets, venues } = await look(NOW_MS);

      expect(
        venues.map(({ venue, at, tellsOpenInterest, code }) => [venue, at, tellsOpenInterest, code]),
      ).toEqual([
        ['binance', NOW_MS, false, null],
        ['bybit', NOW_MS, true, null],
        ['okx', NOW_MS, true, null],
        ['bitget', NOW_MS, true, null],
        ['gate', NOW_MS, true, null],
        ['hyperliquid', NOW_MS, true, null],
      ]);
      const bitcoin = markets.find(({ market }) => market === 'BTCUSDT')!;
      const tellers = ['bybit', 'okx', 'bitget', 'gate', 'hyperliquid'] as const;
      const coins = tellers.reduce((sum, id) => sum + exchange.market.venueOpenInterestBase(id, 'BTC'), 0);
      expect(bitcoin.price / exchange.market.venuePrice('binance', 'BTC')).toBeCloseTo(1, 2);
      expect(bitcoin.openInterestUsd! / (coins * bitcoin.price)).toBeCloseTo(1, 2);
      expect(bitcoin.venues).toHaveLength(6);
      expect(bitcoin).toMatchObject({ openInterestDayChange: null, turnoverRatio: null });
      expect(markets.map(({ market }) => market)).toEqual(
        expect.arrayContaining(['CAT.equity', 'CATUSDT', 'NVDA.equity', 'PEPEUSDT']),
      );
    },
    TIMEOUT_MS,
  );

  test(
    'is told changes once there are answers of an hour and of a day ago',
    async () => {
      const { look } = createWorker();
      const coins = () => exchange.market.venueOpenInterestBase('bybit', 'BTC');
      await look(NOW_MS);
      const before = coins();
      await look(NOW_MS + 23 * HOUR_MS);
      const hourBefore = coins();

      const { markets } = await look(NOW_MS + 24 * HOUR_MS);

      const bitcoin = markets.find(({ market }) => market === 'BTCUSDT')!;
      expect(bitcoin.openInterestHourChange).toBeCloseTo(coins() / hourBefore - 1, 2);
      expect(bitcoin.openInterestDayChange).toBeCloseTo(coins() / before - 1, 2);
      expect(bitcoin.fundingDayChange).not.toBeNull();
    },
    TIMEOUT_MS,
  );

  test(
    'is told at once without what was taken back of an hour',
    async () => {
      const { world, look, service } = createWorker();
      world.settings = { ...world.settings, venues: ['bybit'] };
      await look(NOW_MS);
      const { markets } = await look(NOW_MS + 24 * HOUR_MS);
      await service.takeBack({
        venue: 'bybit',
        fromMs: NOW_MS,
        untilMs: NOW_MS + HOUR_MS,
        quantity: 'open-interest',
      });

      const after = (await service.lookAround(ALL))!.markets;
      const bitcoin = ({ market }: { readonly market: string }) => market === 'BTCUSDT';
      expect(markets.find(bitcoin)?.openInterestDayChange).not.toBeNull();
      expect(after.find(bitcoin)?.openInterestDayChange).toBeNull();
      expect(after.find(bitcoin)?.fundingDayChange).not.toBeNull();
    },
    TIMEOUT_MS,
  );

  test(
    'has venues asked again after three minutes and not before',
    async () => {
      const { look, service, goTo } = createWorker();
      await look(NOW_MS);
      exchange.requests.clear();
      const { madeAt } = await look(NOW_MS + 2 * MINUTE_MS);

      expect(bulkPaths()).toEqual([]);
      expect(await service.lookAround({ held: madeAt, markets: null })).toBeNull();

      const { venues } = await look(NOW_MS + 3 * MINUTE_MS);
      expect(bulkPaths()).toHaveLength(5);
      expect(venues[0]?.at).toBe(NOW_MS + 3 * MINUTE_MS);

      exchange.requests.clear();
      goTo(NOW_MS + 10 * MINUTE_MS);
      await service.tick();
      expect(bulkPaths()).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test(
    'is told why a venue tells nothing, and the figures of the others',
    async () => {
      const { look } = createWorker();
      exchange.faults.add({
        venue: 'bybit',
        path: '/v5/market/tickers',
        fault: { kind: 'refuse', status: 403 },
      });

      const { venues, markets } = await look(NOW_MS);

      expect(venues.find(({ venue }) => venue === 'bybit')).toMatchObject({
        at: null,
        code: expect.any(String),
      });
      expect(markets.find(({ market }) => market === 'BTCUSDT')?.venues).not.toContain('bybit');
    },
    TIMEOUT_MS,
  );

  test(
    'is told that a venue refused also where all others had answered before, and of another choice of venues',
    async () => {
      const { look, service, world } = createWorker();
      const asked = world.settings.venues;
      world.settings = { ...world.settings, venues: asked.filter((venue) => venue !== 'bybit') };
      const { madeAt } = await look(NOW_MS);
      exchange.faults.add({
        venue: 'bybit',
        path: '/v5/market/tickers',
        fault: { kind: 'refuse', status: 403 },
      });
      world.settings = { ...world.settings, venues: asked };

      const chosen = await service.lookAround({ held: madeAt, markets: null });
      await service.tick();
      const refused = await service.lookAround({ held: chosen!.madeAt, markets: null });

      const bybit = { venue: 'bybit', at: null };
      expect(chosen?.venues).toContainEqual(expect.objectContaining({ ...bybit, code: null }));
      expect(refused?.venues).toContainEqual(expect.objectContaining({ ...bybit, code: expect.any(String) }));
    },
    TIMEOUT_MS,
  );
});

describe('while nobody looks', () => {
  test(
    'venues are asked once in each hour for a week after somebody looked',
    async () => {
      const { look, world, goTo } = createWorker();
      await look(NOW_MS);
      exchange.requests.clear();
      const { service } = createWorker(world);
      const tickAt = async (atMs: number) => {
        exchange.requests.clear();
        goTo(atMs);
        await service.tick();
        return bulkPaths().length;
      };

      // 13:00 is a new hour.
      expect(await tickAt(NOW_MS + 24 * MINUTE_MS)).toBe(0);
      expect(await tickAt(NOW_MS + 26 * MINUTE_MS)).toBe(5);
      expect(await tickAt(NOW_MS + 40 * MINUTE_MS)).toBe(0);
      expect(await tickAt(NOW_MS + 86 * MINUTE_MS)).toBe(5);
      expect(await tickAt(NOW_MS + 8 * 24 * HOUR_MS)).toBe(0);
    },
    TIMEOUT_MS,
  );

  test(
    'and never, where nobody ever looked and every listed coin has a map',
    async () => {
      const { world, service } = createWorker();
      world.settings = { ...world.settings, watchList: [] };
      await service.tick();

      expect(bulkPaths()).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test(
    'once in each hour where more coins are listed than have maps, of which those alone are polled',
    async () => {
      const { world, service } = createWorker();
      const watchList = Array.from({ length: 13 }, (_, index) => `NOBODY${index}USDT`);
      world.settings = { ...world.settings, watchList };
      await service.tick();

      expect(bulkPaths()).toHaveLength(5);
      expect(await service.watched()).toEqual(watchList.slice(0, 12));
      expect([...world.reports.keys()].toSorted()).toEqual(watchList.slice(0, 12).toSorted());
    },
    TIMEOUT_MS,
  );
});

test(
  'a coin is opened by the contract of the venue of choice, or of another that lists it',
  async () => {
    const { look, world, service } = createWorker();
    await look(NOW_MS);
    world.settings = { ...world.settings, tradeAt: 'okx' };
    const contractOf = async (market: string) => {
      const contract = await service.contractOf(market);
      return contract && `${contract.venue} ${contract.id}`;
    };

    expect(await contractOf('SOLUSDT')).toBe('okx SOL-USDT-SWAP');
    expect(await contractOf('NVDA.equity')).toBe('hyperliquid xyz:NVDA');
    expect(await contractOf('NOBODYUSDT')).toBeNull();
  },
  TIMEOUT_MS,
);
