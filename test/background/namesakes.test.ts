import { describe, expect, test } from 'vitest';

import type { PageMarket } from '../../core/market/page-market.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;

/** Bitcoin stands around 100 here, so the coin CAT around 0.000002 and the share around 817. */
const COIN = 2e-8;
const SHARE = 8.17;

function createMarket() {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance', 'bybit', 'gate'] };
  const share = { base: 'CAT', assetClass: 'equity', factor: SHARE } as const;
  const venues = createFakeVenues(NOW_MS / 1000 - 86_400, {
    binance: {
      pageRows: 1000,
      alsoLists: [
        { ...share, id: 'CATUSDT' },
        { id: '1000CATUSDT', base: 'CAT', multiplier: 1000, factor: COIN },
      ],
    },
    bybit: {
      pageRows: 1000,
      alsoLists: [{ id: '1000CATUSDT', base: 'CAT', multiplier: 1000, factor: COIN }],
    },
    gate: { pageRows: 1000, alsoLists: [{ ...share, id: 'CAT_USDT' }] },
  });
  const service = startWorker(createPorts(world), venues);
  return {
    world,
    service,
    show: async (page: Pick<PageMarket, 'venue' | 'instrument'> & Partial<PageMarket>) => {
      const whole = { base: 'CAT', multiplier: 1, quote: 'USDT', kind: 'perpetual', ...page } as const;
      return (await service.watchPage(JSON.stringify(page), whole))!.market;
    },
    report: async (market: string) => {
      while (await service.poll(market));
      return world.reports.get(market);
    },
  };
}

describe('a coin and a share of one name', () => {
  test('are two markets, with each venue in one of them', async () => {
    const { report } = createMarket();

    const coin = await report('CATUSDT');
    const share = await report('CAT.equity');

    expect(coin?.assetClass).toBe('crypto');
    expect(coin?.price).toBeLessThan(0.00001);
    expect(coin?.openInterest.perVenue.map(({ venue }) => venue)).toEqual(['binance', 'bybit']);
    expect(share?.assetClass).toBe('equity');
    expect(share?.price).toBeGreaterThan(500);
    expect(share?.openInterest.perVenue.map(({ venue }) => venue)).toEqual(['binance', 'gate']);
    expect(share?.sources.find(({ venue }) => venue === 'bybit')).toMatchObject({
      code: 'not-listed',
    });
  });

  test('are told apart by what the page’s venue lists, from the first page on', async () => {
    const { show, service } = createMarket();

    const binance = await show({ venue: 'binance', instrument: 'CATUSDT' });
    const thousand = await show({ venue: 'binance', instrument: '1000CATUSDT', multiplier: 1000 });
    const chart = await show({ venue: 'tradingview', instrument: 'BINANCE:CATUSDT.P' });
    const gate = await show({ venue: 'gate', instrument: 'CAT_USDT' });

    expect([binance, chart, gate].map(({ assetClass }) => assetClass)).toEqual([
      'equity',
      'equity',
      'equity',
    ]);
    expect(thousand).not.toHaveProperty('assetClass');
    expect((await service.watched()).toSorted()).toEqual(['CAT.equity', 'CATUSDT']);
  });

  test('share no page: spot and venues that are not asked stay what the page says', async () => {
    const { show, world } = createMarket();

    const spot = await show({ venue: 'binance', instrument: 'CATUSDT', kind: 'spot' });
    const mexc = await show({ venue: 'mexc', instrument: 'CATSTOCK_USDT', assetClass: 'equity' });
    const okx = await show({ venue: 'okx', instrument: 'CAT-USDT-SWAP' });

    expect(spot).not.toHaveProperty('assetClass');
    expect(mexc.assetClass).toBe('equity');
    expect(okx).not.toHaveProperty('assetClass');
    expect(world.requests).toEqual([]);
  });

  test('a venue that does not tell what it lists is not waited for in vain', async () => {
    const { show, world } = createMarket();
    world.answer = () => {
      throw new TypeError('no network');
    };

    expect(await show({ venue: 'binance', instrument: 'BTCUSDT', base: 'BTC' })).toMatchObject({
      base: 'BTC',
    });
    expect(world.requests).toHaveLength(1);
  });
});
