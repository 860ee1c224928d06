import { describe, expect, test } from 'vitest';
import { notionalForSlip, slipOf } from '../../../core/risk/advice/book-depth.ts';
import { largestPosition, type SizeQuestion } from '../../../core/risk/advice/position-size.ts';

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
