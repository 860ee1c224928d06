import { describe, expect, test } from 'vitest';

import type { SavedPosition } from '../../../core/market/position.ts';
import { ownPositionSignals } from '../../../core/report/own-positions.ts';
import { buildReport } from '../../support/sample-report.ts';

const report = buildReport({ price: 90_000 });

const position: SavedPosition = {
  id: 'mine',
  venue: 'binance',
  base: 'BTC',
  side: 'long',
  entryPrice: 90_000,
  size: { unit: 'base', value: 0.1 },
  margin: { kind: 'leverage', leverage: 10 },
  marginMode: 'isolated',
  walletBalanceUsd: null,
  addedMarginUsd: 0,
  stopPrice: null,
  horizonHours: 24,
};

describe('own positions', () => {
  test('are liquidated where the margin meets the first tier, with a chance within a day', () => {
    // (90,000 - 9,000) / (1 - 0.004) = 81,325.3
    const [signal] = ownPositionSignals(report, [position], {});

    expect(signal?.liquidationPrice).toBeCloseTo(81_325.3, 0);
    expect(signal?.chance24h).toBeGreaterThan(0);
    expect(signal?.chance24h).toBeLessThan(0.2);
  });

  test('that are examples are nobody’s, and warn of nothing', () => {
    expect(ownPositionSignals(report, [{ ...position, isExample: true }], {})).toEqual([]);
  });

  test('go by the mark price of their own venue, also while other venues contradict it', () => {
    const mark = { venue: 'binance', price: 82_000, at: report.at, isAside: true } as const;
    const [own] = ownPositionSignals({ ...report, marks: [mark] }, [position], {});
    const [other] = ownPositionSignals({ ...report, marks: [mark] }, [{ ...position, venue: 'bybit' }], {});

    expect(own?.mark).toBe(mark);
    expect(own?.chance24h).toBeGreaterThan(0.4);
    expect(other?.mark).toBeNull();
    expect(other?.chance24h).toBeLessThan(0.2);
  });

  test('go by the market’s price where the venue has told none lately', () => {
    const mark = { venue: 'binance', price: 82_000, at: report.at - 600_000, isAside: false } as const;

    expect(ownPositionSignals({ ...report, marks: [mark] }, [position], {})[0]?.mark).toBeNull();
  });

  test('of other coins are left out', () => {
    const ofEther = buildReport({ price: 3000, market: 'ETHUSDT' });

    expect(ownPositionSignals(ofEther, [position], {})).toEqual([]);
  });

  test('in a share are not those in the coin of the same name', () => {
    const cat = { ...position, base: 'CAT' };
    const ofCoin = buildReport({ price: 0.000002, market: 'CATUSDT' });
    const ofShare = buildReport({ price: 817, market: 'CAT.equity' });

    expect(ownPositionSignals(ofShare, [cat], {})).toEqual([]);
    expect(ownPositionSignals(ofCoin, [{ ...cat, assetClass: 'equity' }], {})).toEqual([]);
    expect(ownPositionSignals(ofShare, [{ ...cat, assetClass: 'equity' }], {})).toHaveLength(1);
  });

  test('are silent while no price is known', () => {
    expect(ownPositionSignals(buildReport({ price: null }), [position], {})).toEqual([]);
  });

  test('that cannot be liquidated have neither price nor chance', () => {
    const backed: SavedPosition = { ...position, margin: { kind: 'leverage', leverage: 1 } };
    expect(ownPositionSignals(report, [backed], {})).toEqual([
      { id: 'mine', mark: null, side: 'long', liquidationPrice: null, isEstimate: true, chance24h: null },
    ]);
  });
});
