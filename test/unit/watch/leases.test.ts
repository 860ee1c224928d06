import { describe, expect, test } from 'vitest';

import type { SavedPosition } from '../../../core/market/position.ts';
import { activeLeases, LEASE_MS, renewLease, watchedMarkets } from '../../../core/ledger/leases.ts';

const NOW_MS = 1_000_000;
const position = { base: 'SOL' } as SavedPosition;

describe('a lease', () => {
  test('lasts ninety seconds', () => {
    const leases = renewLease({}, 'BTCUSDT', NOW_MS);

    expect(activeLeases(leases, NOW_MS + 89_999)).toEqual(leases);
    expect(activeLeases(leases, NOW_MS + 90_000)).toEqual({});
  });

  test('that is renewed takes the ended ones away', () => {
    const leases = renewLease({}, 'BTCUSDT', NOW_MS);

    expect(renewLease(leases, 'ETHUSDT', NOW_MS + LEASE_MS)).toEqual({ ETHUSDT: NOW_MS + 2 * LEASE_MS });
  });

  test('made under a clock that was set back since does not hold for ever', () => {
    expect(activeLeases(renewLease({}, 'BTCUSDT', NOW_MS + 86_400_000), NOW_MS)).toEqual({});
  });
});

describe('watched markets', () => {
  test('are those of open pages, the last asked for first, then of positions, then of the list, once each', () => {
    const leases = { ...renewLease({}, 'BTCUSDT', NOW_MS - 10), ...renewLease({}, 'ETHUSDT', NOW_MS) };

    expect(watchedMarkets(leases, [position], ['BTCUSDT', 'DOGEUSDT'], NOW_MS)).toEqual([
      'ETHUSDT',
      'BTCUSDT',
      'SOLUSDT',
      'DOGEUSDT',
    ]);
  });

  test('are not more than a dozen', () => {
    const list = Array.from({ length: 30 }, (_, index) => `COIN${index}USDT`);

    expect(watchedMarkets({}, [], list, NOW_MS)).toHaveLength(12);
  });
});
