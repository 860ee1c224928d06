import { describe, expect, test } from 'vitest';
import {
  listenedShare,
  observeOutcome,
  regionEdges,
  type ObservedOrder,
} from '../../../core/engine/skill/region.ts';
import type { PricePath } from '../../../core/engine/skill/price-path.ts';

/** A path of one-minute stretches from (high, low, close) rows; the first ends at `startS + 60`. */
function buildPath(startS: number, rows: readonly (readonly [number, number, number])[]): PricePath {
  const column = (pick: (row: readonly [number, number, number]) => number) => Float64Array.from(rows, pick);
  return {
    startS: Float64Array.from(rows, (_, index) => startS + 60 * index),
    endS: Float64Array.from(rows, (_, index) => startS + 60 * (index + 1)),
    high: column((row) => row[0]),
    low: column((row) => row[1]),
    close: column((row) => row[2]),
  };
}

const buildOrder = (overrides: Partial<ObservedOrder> = {}): ObservedOrder => ({
  atMs: 90_000,
  side: 'long',
  price: 99.5,
  notionalUsd: 1000,
  ...overrides,
});

/** Price 100 at 60 s, falls to 99 in the next minute, recovers, and falls to 99.5 again. */
const PATH = buildPath(0, [
  [100, 100, 100],
  [100, 99, 99.2],
  [99.8, 99.2, 99.8],
  [99.8, 99.5, 99.6],
]);

const observe = (orders: readonly ObservedOrder[], definition: 'first' | 'all') =>
  observeOutcome({
    path: PATH,
    orders,
    windows: [{ startS: 0, endS: 240 }],
    timesS: [60],
    horizonS: 180,
    definition,
  });

describe('the edges of a reached region', () => {
  test('are whole bins of 25 bp and a last bin cut at the extreme', () => {
    expect([...regionEdges(0.0065)]).toEqual([0, 0.0025, 0.005, 0.0065]);
  });

  test('join a stub under 5 bp to its neighbour', () => {
    expect([...regionEdges(0.0053)]).toEqual([0, 0.0025, 0.0053]);
  });
});

describe('the outcome of a window', () => {
  test('scores the side that the price reached and counts the other as skipped', () => {
    const { regions, skipped } = observe([], 'all');

    expect(regions.map((region) => region.side)).toEqual(['long']);
    // ln(100 / 99) = 0.01005: four bins, the stub of 0.5 bp joined to the fourth.
    expect(regions[0]?.edges.length).toBe(5);
    expect(regions[0]?.edges.at(-1)).toBeCloseTo(Math.log(100 / 99), 12);
    expect(skipped).toEqual({ shortReach: 1, notListened: 0, noPath: 0 });
  });

  test.each(['first', 'all'] as const)('has every order where it was placed, by %s', (definition) => {
    const { regions } = observe([buildOrder()], definition);

    // ln(100 / 99.5) = 0.0050125 lies in the third bin.
    expect([...(regions[0]?.usd ?? [])]).toEqual([0, 0, 1000, 0]);
  });

  test('has all orders where a recorder saw the market, and first passages where the order tells', () => {
    const noted = buildOrder({ price: 99.2, marketPrice: 99.5 });

    expect(observe([noted], 'all').regions[0]?.usd[2]).toBe(1000);
    expect(observe([noted], 'first').regions[0]?.usd[3]).toBe(1000);
  });

  test('clamps a first passage to what the minute newly reached', () => {
    const { regions } = observe([buildOrder({ price: 90 })], 'first');

    expect([...(regions[0]?.usd ?? [])]).toEqual([0, 0, 0, 1000]);
  });

  test('counts an order in a minute without a new extreme only among all orders', () => {
    const later = [buildOrder({ atMs: 190_000 })];

    expect(observe(later, 'first').regions[0]?.usd.some((usd) => usd > 0)).toBe(false);
    expect(observe(later, 'all').regions[0]?.usd[2]).toBe(1000);
  });

  test('tells the dollars of each venue apart, of those whose venue is known', () => {
    const orders = [
      buildOrder({ venue: 'bybit' }),
      buildOrder({ atMs: 91_000, venue: 'okx', price: 99.9, notionalUsd: 500 }),
      buildOrder({ atMs: 92_000, venue: 'bybit', notionalUsd: 1 }),
      buildOrder({ atMs: 93_000, notionalUsd: 7 }),
    ];

    const [region] = observe(orders, 'first').regions;

    expect([...(region?.usd ?? [])]).toEqual([500, 0, 1008, 0]);
    expect(region?.usdByVenue).toEqual({
      bybit: Float64Array.of(0, 0, 1001, 0),
      okx: Float64Array.of(500, 0, 0, 0),
    });
  });

  test('drops orders on the far side of the price and says how many dollars they were', () => {
    const { regions, droppedUsd } = observe([buildOrder({ price: 100.1 })], 'all');

    expect(regions[0]?.usd.some((usd) => usd > 0)).toBe(false);
    expect(droppedUsd).toBe(1000);
  });

  test('takes 10 bp beyond the extreme for the last bin and drops what is farther', () => {
    expect(observe([buildOrder({ price: 98.95 })], 'all').regions[0]?.usd[3]).toBe(1000);
    expect(observe([buildOrder({ price: 98.8 })], 'all').droppedUsd).toBe(1000);
  });

  test('is skipped where the recorder listened less than nine tenths of the time', () => {
    const { regions, skipped } = observeOutcome({
      path: PATH,
      orders: [],
      windows: [{ startS: 60, endS: 220 }],
      timesS: [60],
      horizonS: 180,
      definition: 'all',
    });

    expect(regions).toEqual([]);
    expect(skipped.notListened).toBe(2);
  });

  test('is skipped where the path is not known', () => {
    const { skipped } = observeOutcome({
      path: PATH,
      orders: [],
      windows: [{ startS: 0, endS: 9000 }],
      timesS: [120],
      horizonS: 3600,
      definition: 'all',
    });

    expect(skipped.noPath).toBe(2);
  });
});

test('the share listened adds overlapping parts of all windows', () => {
  const windows = [
    { startS: 0, endS: 30 },
    { startS: 70, endS: 200 },
  ];

  expect(listenedShare(windows, 0, 100)).toBeCloseTo(0.6, 12);
});
