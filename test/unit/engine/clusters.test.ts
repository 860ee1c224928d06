import { describe, expect, test } from 'vitest';
import { findClusters } from '../../../core/engine/index.ts';
import {
  binLowPrice,
  binMidPrice,
  binOf,
  type LiquidationMap,
} from '../../../core/market/liquidation-map.ts';

const LOG_STEP = 0.001;
const PRICE = 90_000;
const BIN = binOf(PRICE, LOG_STEP);

/** Coins at a signed number of bins from the price's own: longs below, shorts above. */
function buildMap(coins: (offset: number) => number): LiquidationMap {
  const reach = 400;
  const column = (isOnSide: (offset: number) => boolean): Float64Array =>
    Float64Array.from({ length: 2 * reach + 1 }, (_, index) =>
      isOnSide(index - reach) ? coins(index - reach) : 0,
    );
  const long = column((offset) => offset < 0);
  const short = column((offset) => offset > 0);
  return {
    price: PRICE,
    logStep: LOG_STEP,
    firstBin: BIN - reach,
    longExposureBase: long,
    shortExposureBase: short,
    longForcedBase: long.map((value) => value / 10),
    shortForcedBase: short.map((value) => value / 10),
    memory: 1,
  };
}

/** A hump of shorts. */
const hump = (offset: number, at: number, sd: number): number =>
  offset > 0 ? Math.exp(-0.5 * ((offset - at) / sd) ** 2) : 0;

describe('clusters', () => {
  test('ends where density falls to half of its peak', () => {
    const [cluster, ...others] = findClusters(
      buildMap((offset) => hump(offset, 40, 6)),
      { atr1d: null },
    );

    expect(others).toEqual([]);
    // Smoothed by two bins: sd = sqrt(36 + 4) = 6.32, half height at 1.177 sd = 7.4, so seven bins on either side.
    expect(cluster?.id).toBe(`short:${BIN + 40}`);
    expect(cluster?.low).toBeCloseTo(binLowPrice(BIN + 33, LOG_STEP), 6);
    expect(cluster?.high).toBeCloseTo(binLowPrice(BIN + 48, LOG_STEP), 6);
    expect(cluster?.peak).toBeCloseTo(binMidPrice(BIN + 40, LOG_STEP), 6);
    // A normal law holds 78.9 % within 7.5 / 6 standard deviations.
    expect(cluster?.shareOfSide).toBeCloseTo(0.789, 2);
    expect(cluster?.forcedUsd).toBeCloseTo((cluster?.exposureUsd ?? NaN) / 10, 6);
  });

  test('measures the distance of the near edge with its sign', () => {
    const clusters = findClusters(
      buildMap((offset) => hump(Math.abs(offset), 40, 6)),
      { atr1d: null },
    );

    expect(clusters.map(({ side }) => side)).toEqual(['long', 'short']);
    expect(clusters[0]?.distance).toBeCloseTo((clusters[0]?.high ?? NaN) / PRICE - 1, 12);
    expect(clusters[0]?.distance).toBeLessThan(-0.03);
    expect(clusters[1]?.distance).toBeGreaterThan(0.03);
  });

  test('two humps with a valley between are two clusters, in the order of price', () => {
    const clusters = findClusters(
      buildMap((offset) => hump(offset, 30, 5) + hump(offset, 80, 5)),
      { atr1d: null },
    );

    expect(clusters.map(({ id }) => id)).toEqual([`short:${BIN + 30}`, `short:${BIN + 80}`]);
  });

  test('a hump under a quarter of the highest is none', () => {
    const clusters = findClusters(
      buildMap((offset) => hump(offset, 30, 5) + 0.2 * hump(offset, 80, 5)),
      { atr1d: null },
    );

    expect(clusters).toHaveLength(1);
  });

  test('on a plateau the edges lie half way down to the plateau', () => {
    const [cluster] = findClusters(
      buildMap((offset) => (offset > 0 ? 1 + 2 * hump(offset, 150, 6) : 0)),
      { atr1d: null },
    );

    expect(cluster?.low).toBeCloseTo(binLowPrice(BIN + 143, LOG_STEP), 6);
    expect(cluster?.high).toBeCloseTo(binLowPrice(BIN + 158, LOG_STEP), 6);
  });

  test('a wilder market is read more coarsely', () => {
    const map = buildMap((offset) => hump(offset, 30, 3) + hump(offset, 50, 3));

    expect(findClusters(map, { atr1d: null })).toHaveLength(2);
    // 0.15 * 9,000 / 90,000 = 1.5 %: fifteen bins of smoothing join humps twenty bins apart.
    expect(findClusters(map, { atr1d: 9000 })).toHaveLength(1);
  });

  test('an empty map has none', () => {
    expect(
      findClusters(
        buildMap(() => 0),
        { atr1d: 2000 },
      ),
    ).toEqual([]);
  });
});
