import { describe, expect, test } from 'vitest';
import { buildCascades } from '../../../core/cascade/market-cascades.ts';
import { drawAssumptions } from '../../../core/cascade/simulate-cascade.ts';
import type { LevelReport } from '../../../core/market/market-report.ts';
import type { BreakRisk } from '../../../core/report/break-risk.ts';
import { assessBreakdowns } from '../../../core/report/breakdown.ts';
import { assessCluster } from '../../../core/report/cluster-risk.ts';
import { closeBeyondProbability, degreesOfFreedomAt } from '../../../core/risk/touch/touch-probability.ts';
import { findScenarios } from '../../../core/report/scenarios.ts';

const buildLevel = (overrides: Partial<LevelReport> = {}): LevelReport => ({
  id: 'support',
  kind: 'swing-zone',
  side: 'support',
  low: 95,
  high: 96,
  score: 0.8,
  sources: [],
  touches: 1,
  state: 'rejected',
  stateAt: 0,
  ...overrides,
});

/** Bins of 1 % from e^4 to e^5 around a price of 100; 1,000 USD of longs in each. */
const buildRisk = (overrides: Partial<BreakRisk> = {}): BreakRisk => ({
  cascades: buildCascades({
    map: {
      logStep: 0.01,
      firstBin: 400,
      longForcedUsd: Array.from({ length: 100 }, () => 1000),
      shortForcedUsd: Array.from({ length: 100 }, () => 0),
    },
    price: 100,
    books: [],
    coverage: 1,
    dailyVolumeUsd: 1e7,
    dailySigma: 0.02,
  }),
  draws: drawAssumptions(1),
  survival: 1,
  atr1dUsd: 2,
  variance: {
    over: (hours) => (0.0004 * hours) / 24,
    degreesOfFreedom: (hours) => degreesOfFreedomAt(hours),
  },
  // 18:00 UTC: six hours to the daily close.
  atS: 18 * 3600,
  ...overrides,
});

describe('breakdown risk', () => {
  test('has one line for each horizon, and longer horizons are likelier', () => {
    const breakdowns = assessBreakdowns([buildLevel()], buildRisk());

    expect(breakdowns.map(({ horizonHours }) => horizonHours)).toEqual([4, 24, 168]);
    const touches = breakdowns.map(({ touch }) => touch);
    expect(touches).toEqual([...touches].sort((a, b) => a - b));
    for (const { touch, closeBeyond } of breakdowns) expect(closeBeyond).toBeLessThan(touch);
  });

  test('counts daily closes: none within four hours, one of six hours within a day, seven within a week', () => {
    const closes = assessBreakdowns([buildLevel()], buildRisk()).map(({ closeBeyond }) => closeBeyond);
    const standing = (hours: number): number =>
      closeBeyondProbability({
        // A close below 95 counts from 95 - 0.1 x 2, and closes go less far than wicks.
        distance: Math.log(100 / 94.8) / 0.94,
        sigma: 0.02 * Math.sqrt(hours / 24),
        degreesOfFreedom: degreesOfFreedomAt(hours),
      });

    expect(closes[0]).toBe(0);
    expect(closes[1]).toBeCloseTo(standing(6), 3);
    expect((closes[2] ?? NaN) / standing(150)).toBeGreaterThan(1.2);
    expect((closes[2] ?? NaN) / standing(150)).toBeLessThan(1.6);
  });

  test('a move ends beyond where forced orders would carry it, in a wider spread', () => {
    const [first] = assessBreakdowns([buildLevel({ low: 104, high: 105, side: 'resistance' })], buildRisk());

    // Nothing is forced above: the trigger at 105.2 and half of ln 1.052 times .0513, .6931 and 2.9957 beyond.
    const end = (quantile: number): number => 100 * 1.052 ** (1 + quantile / 2);
    expect(first?.moveEnds?.p5).toBeCloseTo(end(0.051_293), 3);
    expect(first?.moveEnds?.p50).toBeCloseTo(end(Math.LN2), 3);
    expect(first?.moveEnds?.p95).toBeCloseTo(end(2.995_732), 3);
  });

  test('counts the dollars within one average true range beyond the break', () => {
    // 2 USD of 100 are 0.02 of log distance, two bins of 1,000 USD.
    const [first] = assessBreakdowns([buildLevel()], buildRisk());

    expect(first?.releasedUsd).toBe(2000);
  });

  test('expected forced dollars are the product of the three factors', () => {
    const [, day] = assessBreakdowns([buildLevel()], buildRisk());

    const product = (day?.closeBeyond ?? NaN) * 2000 * (day?.amplification ?? NaN);

    // Whole dollars of unrounded factors.
    expect(Math.abs((day?.expectedForcedUsd ?? NaN) - product)).toBeLessThan(1);
    expect(day?.amplification).toBeGreaterThan(1);
  });

  test('ends beyond the break, quantiles ascending in price', () => {
    const [first] = assessBreakdowns([buildLevel()], buildRisk());
    const { p5 = NaN, p50 = NaN, p95 = NaN } = first?.terminal ?? {};

    // A close below 95 counts from 95 - 0.1 x 2.
    expect(p95).toBeLessThanOrEqual(94.8);
    expect(p5).toBeLessThan(p50);
    expect(p50).toBeLessThan(p95);
  });

  test('without forced orders the break ends where it began', () => {
    const [first] = assessBreakdowns([buildLevel({ low: 104, high: 105, side: 'resistance' })], buildRisk());

    expect(first).toMatchObject({ direction: 'up', releasedUsd: 0, amplification: 1, expectedForcedUsd: 0 });
    expect(first?.terminal.p50).toBeCloseTo(105.2, 9);
  });

  test('a level around the price is judged by its side, with a sure touch', () => {
    const [first] = assessBreakdowns([buildLevel({ low: 99, high: 101 })], buildRisk());

    expect(first).toMatchObject({ direction: 'down', touch: 1 });
  });

  test('a level beyond the grid is left out', () => {
    expect(assessBreakdowns([buildLevel({ low: 40, high: 41 })], buildRisk())).toEqual([]);
  });
});

describe('a cluster', () => {
  test('is touched at its near edge and carries from its far edge', () => {
    const near = assessCluster({ side: 'long', low: 95, high: 97 }, buildRisk());
    const wide = assessCluster({ side: 'long', low: 90, high: 97 }, buildRisk());

    expect(wide.touch).toEqual(near.touch);
    expect(near.cascade?.terminal.p95).toBeLessThan(95);
    expect(wide.cascade?.terminal.p95).toBeLessThan(90);
    expect(wide.cascade?.forcedUsd).toBeGreaterThan(near.cascade?.forcedUsd ?? NaN);
  });
});

describe('scenarios', () => {
  const input = {
    levels: [
      buildLevel({ low: 110, high: 111 }),
      buildLevel({ low: 104, high: 105 }),
      buildLevel({ low: 102, high: 102.5, score: 0.5 }),
      buildLevel({ low: 100.4, high: 100.5 }),
      buildLevel({ low: 94, high: 95 }),
    ],
    price: 100,
    atr1dUsd: 2,
    sigma: 0.05,
    degreesOfFreedom: 4,
  };

  test('run from the next strong level through the one after it', () => {
    const { up } = findScenarios(input);

    // 100.5 is within half an average true range, 102.5 is weak.
    expect(up).toMatchObject({ trigger: 105, target: 110 });
    expect(up?.probability).toBeGreaterThan(0);
    expect(up?.probability).toBeLessThan(1);
  });

  test('do not exist where no second level is known', () => {
    expect(findScenarios(input).down).toBeNull();
  });
});
