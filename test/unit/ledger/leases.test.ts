import { describe, expect, test } from 'vitest';

import type { SavedPosition } from '../../../core/market/position.ts';
import {
  activeLeases,
  LEASE_MS,
  renewLease,
  venuesOnPages,
  watchedMarkets,
  type Leases,
} from '../../../core/ledger/leases.ts';

const NOW_MS = 1_000_000;
const position = { base: 'SOL' } as SavedPosition;

const shows = (market: string, leases: Leases = {}, page = market, atMs = NOW_MS): Leases =>
  renewLease(leases, page, { market, venue: 'binance' }, atMs);
const coins = (count: number, name = 'COIN') =>
  Array.from({ length: count }, (_, index) => `${name}${index}USDT`);
const onPages = (markets: readonly string[]): Leases =>
  markets.reduce<Leases>((leases, market) => shows(market, leases), {});

describe('a lease', () => {
  test('lasts ninety seconds', () => {
    const leases = shows('BTCUSDT');

    expect(activeLeases(leases, NOW_MS + 89_999)).toEqual(leases);
    expect(activeLeases(leases, NOW_MS + 90_000)).toEqual({});
  });

  test('that is renewed takes the ended ones away', () => {
    const leases = shows('ETHUSDT', shows('BTCUSDT'), 'second tab', NOW_MS + LEASE_MS);

    expect(Object.keys(leases)).toEqual(['second tab']);
  });

  test('made under a clock that was set back since does not hold for ever', () => {
    expect(activeLeases(shows('BTCUSDT', {}, 'tab', NOW_MS + 86_400_000), NOW_MS)).toEqual({});
  });

  test('of a page is for the market that it shows now', () => {
    const leases = shows('ETHUSDT', shows('BTCUSDT', {}, 'tab'), 'tab');

    expect(watchedMarkets(leases, [], [], NOW_MS)).toEqual(['ETHUSDT']);
  });

  test('names the venue whose page it is, where that venue is polled', () => {
    const onDydx = renewLease(shows('BTCUSDT'), 'other', { market: 'ETHUSDT', venue: 'dydx' }, NOW_MS);

    expect([...venuesOnPages(onDydx, NOW_MS)]).toEqual(['binance']);
  });
});

describe('watched markets', () => {
  test('are those of open pages, the last asked for first, then of positions, then of the list, once each', () => {
    const leases = shows('ETHUSDT', shows('BTCUSDT', {}, 'first', NOW_MS - 10), 'second');

    expect(watchedMarkets(leases, [position], ['BTCUSDT', 'DOGEUSDT'], NOW_MS)).toEqual([
      'ETHUSDT',
      'BTCUSDT',
      'SOLUSDT',
      'DOGEUSDT',
    ]);
  });

  test('are not more than a dozen', () => {
    expect(watchedMarkets({}, [], coins(30), NOW_MS)).toHaveLength(12);
    expect(watchedMarkets(onPages(coins(30)), [], [], NOW_MS)).toHaveLength(12);
  });

  test('keep what is held and listed, however many pages are open', () => {
    const watched = watchedMarkets(onPages(coins(30)), [position], ['DOGEUSDT'], NOW_MS);

    expect(watched).toHaveLength(12);
    expect(watched).toEqual(expect.arrayContaining(['SOLUSDT', 'DOGEUSDT']));
  });

  test('of what is held at addresses leave a part of the list its place, and are the first of them', () => {
    const held = coins(30, 'HELD').map((market) => ({
      base: market.replace('USDT', ''),
      origin: {} as SavedPosition['origin'],
    })) as SavedPosition[];
    const watched = watchedMarkets({}, [position, ...held], coins(30, 'LIST'), NOW_MS);

    expect(watched).toEqual(['SOLUSDT', ...coins(7, 'HELD'), ...coins(4, 'LIST')]);
    expect(watchedMarkets({}, held, ['LIST0USDT'], NOW_MS)).toEqual([...coins(11, 'HELD'), 'LIST0USDT']);
  });

  test('keep four pages, however long the watch list is', () => {
    const watched = watchedMarkets(onPages(coins(30, 'PAGE')), [], coins(30), NOW_MS);

    expect(watched.filter((market) => market.startsWith('PAGE'))).toHaveLength(4);
    expect(watched).toHaveLength(16);
  });
});
