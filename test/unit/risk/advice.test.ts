import { describe, expect, test } from 'vitest';
import type { ClusterReport, LevelReport, MapReport } from '../../../core/market/market-report.ts';
import type { SavedPosition } from '../../../core/market/position.ts';
import { notionalForSlip, slipOf } from '../../../core/risk/advice/book-depth.ts';
import { fundingDrift } from '../../../core/risk/advice/funding-drift.ts';
import { pathToLiquidation } from '../../../core/risk/advice/path-to-liquidation.ts';
import { largestPosition, type SizeQuestion } from '../../../core/risk/advice/position-size.ts';
import { profitLadder } from '../../../core/risk/advice/profit-ladder.ts';
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

describe('the largest position', () => {
  const wishes: SizeQuestion = {
    equityUsd: 10_000,
    riskShare: 0.01,
    stopDistance: null,
    feeRate: 0.001,
    targetVolatility: null,
    volatility: null,
    maximumLeverage: null,
    depth: null,
    edge: null,
  };

  test('is the risk over the distance of the stop and the fees', () => {
    // 100 dollars over 0.049 + 0.001.
    expect(largestPosition({ ...wishes, stopDistance: 0.049 })).toMatchObject({
      notionalUsd: 2000,
      binding: 'risk',
    });
  });

  test('is the least of all limits and says which one binds', () => {
    const all = {
      ...wishes,
      stopDistance: 0.049,
      targetVolatility: 0.1,
      volatility: 0.5,
      maximumLeverage: 5,
      edge: 0.02,
    };

    // Risk 2,000; volatility 10,000 * 0.1 / 0.5; ruin 50,000; Kelly a quarter of 10,000 * 0.02 / 0.25.
    expect(largestPosition(all)).toMatchObject({
      notionalUsd: 200,
      binding: 'kelly',
      limits: { risk: 2000, volatility: 2000, ruin: 50_000, depth: null, kelly: 200 },
    });
  });

  test('says nothing by Kelly without an edge, and nothing where no edge is left', () => {
    const question = { ...wishes, volatility: 0.5 };

    expect(largestPosition(question)).toEqual({
      notionalUsd: null,
      binding: null,
      limits: { risk: null, volatility: null, ruin: null, depth: null, kelly: null },
    });
    expect(largestPosition({ ...question, edge: -0.1 })).toMatchObject({ notionalUsd: 0, binding: 'kelly' });
  });

  test('loses no more than the risk when slip is counted, and slips a tenth of the stop at most', () => {
    const depth = { atOnePercentUsd: 5000 };
    const { notionalUsd, limits } = largestPosition({ ...wishes, stopDistance: 0.049, depth });
    const risk = limits.risk ?? NaN;

    expect(risk * (0.05 + slipOf(risk, depth))).toBeCloseTo(100, 6);
    expect(slipOf(limits.depth ?? NaN, depth)).toBeCloseTo(0.0049, 12);
    expect(notionalUsd).toBe(Math.min(risk, limits.depth ?? NaN));
  });

  test('of a book is what slips by that much', () => {
    const depth = { atOnePercentUsd: 3.4e6 };

    // A million reaches 1 % in a book thinned to 1 / 3.4; the average order is 1.16 / 2.16 of the way.
    expect(slipOf(1e6, depth)).toBeCloseTo((0.01 * 1.16) / 2.16, 12);
    expect(notionalForSlip(slipOf(42_000, depth), depth)).toBeCloseTo(42_000, 6);
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

const position: SavedPosition = {
  id: 'one',
  venue: 'binance',
  base: 'BTC',
  side: 'long',
  entryPrice: 100,
  size: { unit: 'base', value: 1 },
  margin: { kind: 'leverage', leverage: 10 },
  marginMode: 'isolated',
  walletBalanceUsd: null,
  addedMarginUsd: 0,
  stopPrice: null,
  horizonHours: 24,
};
const tiers = {
  basis: 'notional-usd' as const,
  tiers: [{ floor: 0, cap: 1e9, maintenanceRate: 0.01, deductionUsd: 0, maxLeverage: 100 }],
  atMs: 0,
  source: 'venue' as const,
};

describe('funding over a horizon', () => {
  test('is paid from the isolated margin and brings the liquidation nearer', () => {
    // 0.1 % of 100 dollars three times: 30 cents; (90 + 0.3) / 0.99.
    const drift = fundingDrift(position, { tiers }, { fundingRate8h: 0.001, horizonHours: 24 });

    expect(drift.paidUsd).toBeCloseTo(0.3, 12);
    expect(drift.liquidationPrice).toBeCloseTo(90.3 / 0.99, 10);
  });

  test('is received by a short', () => {
    const drift = fundingDrift(
      { ...position, side: 'short' },
      { tiers },
      { fundingRate8h: 0.001, horizonHours: 8 },
    );

    expect(drift.paidUsd).toBeCloseTo(-0.1, 12);
    expect(drift.liquidationPrice).toBeCloseTo(110.1 / 1.01, 10);
  });
});

describe('the ladder', () => {
  test('has profit, return on the margin and the margin ratio, which is one at the liquidation', () => {
    const rungs = profitLadder(position, { prices: [110, 90 / 0.99, 85], marginUsd: 10, tiers });

    // At 110: 10 of profit on 10, maintenance 1.1 of an equity of 20.
    expect(rungs[0]).toEqual({ price: 110, profitUsd: 10, returnOnMargin: 1, marginRatio: 1.1 / 20 });
    expect(rungs[1]?.marginRatio).toBeCloseTo(1, 9);
    expect(rungs[2]).toMatchObject({ profitUsd: -15, returnOnMargin: -1.5, marginRatio: null });
  });
});
