import { describe, expect, test } from 'vitest';
import {
  depthWithinOnePercent,
  displayedDepth,
  liquiditySurvival,
} from '../../../core/cascade/absorption.ts';
import { cumulativeAt, resampleCumulative } from '../../../core/cascade/cumulative.ts';
import { releasedFlow } from '../../../core/cascade/released-flow.ts';
import { drawAssumptions, simulateCascade } from '../../../core/cascade/simulate-cascade.ts';

const GRID = { logStep: 0.01, length: 6 };

describe('cumulative dollars', () => {
  test('are read off between knots and flat beyond the last', () => {
    expect([...resampleCumulative([0, 0.02, 0.03], [0, 10, 40], GRID)]).toEqual([0, 5, 10, 40, 40, 40]);
  });

  test('are linear between grid points', () => {
    expect(cumulativeAt(Float64Array.from([0, 10, 40]), 0.01, 0.015)).toBeCloseTo(25, 12);
  });
});

/** Bins of 1 % around a price of e^0.035: bin 3 holds it half way. */
const MAP = {
  logStep: 0.01,
  firstBin: 0,
  longForcedUsd: [1, 2, 4, 8, 0, 0, 0],
  shortForcedUsd: [0, 0, 0, 8, 4, 2, 1],
};

describe('released flow', () => {
  test('counts longs below the price, the bin that holds it included', () => {
    const released = releasedFlow(MAP, Math.exp(0.035), 'down', { logStep: 0.005, length: 9 });

    // 8 lie in the half bin down to 0.03, then 4, 2 and 1 in a whole bin each.
    expect([...released].map((usd) => Math.round(usd * 1e6) / 1e6)).toEqual([
      0, 8, 10, 12, 13, 14, 14.5, 15, 15,
    ]);
  });

  test('is the mirror image for shorts above the price', () => {
    const grid = { logStep: 0.005, length: 9 };
    const up = releasedFlow(MAP, Math.exp(0.035), 'up', grid);
    const down = releasedFlow(MAP, Math.exp(0.035), 'down', grid);

    for (const [i, usd] of up.entries()) expect(usd).toBeCloseTo(down[i] ?? NaN, 9);
  });

  test('of a map that does not reach the price is what lies beyond its edge', () => {
    const released = releasedFlow(MAP, Math.exp(0.09), 'down', GRID);

    // 0.09 lies 0.02 above the last bin's upper edge: bins 6, 5 and 4 are empty, 8 begin at 0.05.
    expect([...released].map((usd) => Math.round(usd * 1e6) / 1e6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(
      cumulativeAt(releasedFlow(MAP, Math.exp(0.09), 'down', { logStep: 0.01, length: 10 }), 0.01, 0.06),
    ).toBeCloseTo(8, 9);
  });
});

describe('displayed depth', () => {
  const book = {
    atMs: 0,
    bids: [
      { price: 100 * Math.exp(-0.005), quantityBase: 1 },
      { price: 100 * Math.exp(-0.02), quantityBase: 2 },
    ],
    asks: [{ price: 101, quantityBase: 1 }],
  };

  test('adds dollars by distance and goes on by a power law beyond the last level', () => {
    const depth = displayedDepth([book], 100, 'down', 1, GRID);
    const first = 100 * Math.exp(-0.005);
    const both = first + 200 * Math.exp(-0.02);

    expect(depth[1]).toBeCloseTo(first, 9);
    expect(depth[2]).toBeCloseTo(both, 9);
    expect(depth[4]).toBeCloseTo(both * 2 ** 1.16, 9);
  });

  test('books add up and are scaled to the whole market', () => {
    const one = displayedDepth([book], 100, 'down', 1, GRID);
    const two = displayedDepth([book, book], 100, 'down', 0.5, GRID);

    expect(two[3]).toBeCloseTo(4 * (one[3] ?? NaN), 9);
    expect(depthWithinOnePercent(one, GRID)).toBeCloseTo(100 * Math.exp(-0.005), 9);
  });

  test('is nothing without books', () => {
    expect([...displayedDepth([], 100, 'up', 1, GRID)]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('survival of liquidity', () => {
  test.each([
    [50, 100, 0.5],
    [200, 100, 1],
    [0, 100, 1 / 523],
    [50, null, null],
    [50, 0, null],
  ])('depth %d against a median of %s', (now, median, survival) => {
    expect(liquiditySurvival(now, median)).toBe(survival);
  });
});

describe('simulated cascades', () => {
  const profile = {
    logStep: 0.001,
    releasedUsd: Float64Array.from({ length: 601 }, (_, i) => i * 1e7),
    depthUsd: Float64Array.from({ length: 601 }, (_, i) => i * 1e7),
    dailyVolumeUsd: 6e10,
    dailySigma: 0.025,
  };

  test('the same seed gives the same forecast', () => {
    const run = () => {
      const { medianForcedUsd, ...where } = simulateCascade(profile, 0.02, drawAssumptions(3), 1);
      return { ...where, forcedUsd: medianForcedUsd() };
    };

    expect(run()).toEqual(run());
  });

  test('thin books carry farther, with more that is forced', () => {
    const draws = drawAssumptions(3);
    const at = (survival: number) => simulateCascade(profile, 0.02, draws, survival);

    expect(at(0.1).terminalDistance.p50).toBeGreaterThan(at(1).terminalDistance.p50);
    expect(at(0.1).medianForcedUsd()).toBeGreaterThan(at(1).medianForcedUsd());
  });
});
