import { describe, expect, test } from 'vitest';
import type { ClusterReport, LevelReport, MapReport } from '../../../core/market/market-report.ts';
import { pathToLiquidation } from '../../../core/risk/advice/path-to-liquidation.ts';
import { stopCandidates } from '../../../core/risk/advice/stop-candidates.ts';

const LOG_STEP = 0.01;
const FIRST_BIN = Math.round(Math.log(100) / LOG_STEP) - 50;
const edge = (bin: number): number => Math.exp((FIRST_BIN + bin) * LOG_STEP);

/** 100 bins of one percent around a price of about 100, one dollar forced and two exposed in each. */
const flatMap: MapReport = {
  logStep: LOG_STEP,
  firstBin: FIRST_BIN,
  longExposureUsd: Array.from({ length: 100 }, () => 2),
  shortExposureUsd: Array.from({ length: 100 }, () => 20),
  longForcedUsd: Array.from({ length: 100 }, () => 1),
  shortForcedUsd: Array.from({ length: 100 }, () => 10),
  memory: 1,
};

const cluster = (
  id: string,
  side: 'long' | 'short',
  low: number,
  high: number,
  terminal: number | null = null,
): ClusterReport => ({
  id,
  side,
  low,
  peak: (low + high) / 2,
  high,
  exposureUsd: { p10: 1, p50: 1, p90: 1 },
  forcedUsd: { p10: 1, p50: 1, p90: 1 },
  distance: (side === 'long' ? high : low) / 100 - 1,
  depth: null,
  touch: null,
  cascade:
    terminal === null
      ? null
      : { terminal: { p5: terminal, p50: terminal, p95: terminal }, forcedUsd: 1, amplification: 1 },
});

describe('what lies between the price and the liquidation', () => {
  test('is the sum of the bins on the way, cut bins by the part that lies between', () => {
    // Ten whole bins and a half.
    const price = edge(50);
    const path = pathToLiquidation({
      side: 'long',
      price,
      liquidationPrice: edge(39.5),
      map: flatMap,
      clusters: [],
    });

    expect(path.exposureUsd).toBeCloseTo(21, 9);
    expect(path.forcedUsd).toBeCloseTo(10.5, 9);
  });

  test('is taken from the other side for a short', () => {
    const path = pathToLiquidation({
      side: 'short',
      price: edge(50),
      liquidationPrice: edge(53),
      map: flatMap,
      clusters: [],
    });

    expect(path.exposureUsd).toBeCloseTo(60, 9);
    expect(path.forcedUsd).toBeCloseTo(30, 9);
  });

  test('ends where the map ends, and is nothing for a liquidation on the winning side', () => {
    const at = (liquidationPrice: number) =>
      pathToLiquidation({ side: 'long', price: edge(50), liquidationPrice, map: flatMap, clusters: [] });

    expect(at(edge(-20)).forcedUsd).toBeCloseTo(50, 9);
    expect(at(edge(60)).forcedUsd).toBe(0);
  });

  test('names the clusters on the way, nearest first, the one around the liquidation and the one that would reach it', () => {
    const near = cluster('near', 'long', 94, 96, 93);
    const far = cluster('far', 'long', 87, 89, 85);
    const beyond = cluster('beyond', 'long', 70, 72, 60);
    const shorts = cluster('shorts', 'short', 90, 91, 50);

    const path = pathToLiquidation({
      side: 'long',
      price: 100,
      liquidationPrice: 88,
      map: flatMap,
      clusters: [beyond, far, shorts, near],
    });

    expect(path.clusters).toEqual([near, far]);
    expect(path.inside).toBe(far);
    expect(path.carriedBy).toBe(far);
  });
});

describe('stops', () => {
  const swing: LevelReport = {
    id: 'low',
    kind: 'swing-low',
    side: 'support',
    low: 92,
    high: 92.5,
    score: 1,
    sources: [],
    touches: 1,
    state: 'untouched',
    stateAt: null,
  };
  const crowded: MapReport = {
    ...flatMap,
    // Crowded from 94 to 97 only.
    longForcedUsd: flatMap.longForcedUsd.map((_, bin) => (edge(bin) > 94 && edge(bin) < 97 ? 100 : 1)),
  };
  const question = {
    side: 'long' as const,
    price: 100,
    liquidationPrice: 80,
    map: crowded,
    clusters: [cluster('c', 'long', 94.5, 96)],
    levels: [swing, { ...swing, id: 'resistance', side: 'resistance' as const }],
    atr1dUsd: 2 * Math.sqrt(24),
  };

  test('stand three bins beyond the far edge where that is more than a quarter of an hour’s range', () => {
    // 3 bins of 1 % of 100 are 3 dollars; a quarter of 2 dollars is less.
    const { candidates } = stopCandidates({ ...question, levels: [swing] });

    expect(candidates.map(({ price, beyond }) => [price, beyond.kind, beyond.id])).toEqual([
      [91.5, 'cluster', 'c'],
      [89, 'swing', 'low'],
    ]);
  });

  test('are passed over where forced orders crowd or the liquidation is near', () => {
    const crowdedThere = {
      ...crowded,
      longForcedUsd: flatMap.longForcedUsd.map((_, bin) => (edge(bin) > 91 && edge(bin) < 94 ? 100 : 1)),
    };
    const { candidates, best } = stopCandidates({ ...question, map: crowdedThere });
    const nearLiquidation = stopCandidates({ ...question, liquidationPrice: 88 });

    expect(candidates[0]?.objections).toEqual(['crowded']);
    expect(best?.beyond.id).toBe('low');
    // From 100 to 88 is 0.128; 35 % of it is 0.045: 89 is only 0.011 away, 91.5 only 0.039.
    expect(
      nearLiquidation.candidates.map(({ objections }) => objections.includes('near-liquidation')),
    ).toEqual([true, true]);
    // No stop is clear: before the cluster's near edge of 96, three dollars.
    expect(nearLiquidation).toMatchObject({ best: null, before: { price: 99, clusterId: 'c' } });
  });

  test('are mirrored for a short', () => {
    const { candidates } = stopCandidates({
      ...question,
      side: 'short',
      liquidationPrice: 120,
      clusters: [cluster('c', 'short', 104, 105)],
      levels: [{ ...swing, side: 'resistance', low: 107, high: 108 }],
    });

    expect(candidates.map(({ price }) => price)).toEqual([108, 111]);
  });

  test('carry the slip that is expected there', () => {
    const { candidates } = stopCandidates({ ...question, slipAt: (price) => (100 - price) / 1000 });

    expect(candidates[0]?.slip).toBeCloseTo(0.0085, 12);
    expect(stopCandidates(question).candidates[0]?.slip).toBeNull();
  });
});
