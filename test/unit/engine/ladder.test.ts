import { describe, expect, test } from 'vitest';
import { atRiskLadder } from '../../../core/engine/index.ts';
import { atRiskTo } from '../../../core/engine/ladder.ts';
import { binMidPrice, binOf, type LiquidationMap } from '../../../core/market/liquidation-map.ts';

const LOG_STEP = 0.001;

/** One coin of longs in each bin below the price and one of shorts in each above, out to 400 bins; a tenth is forced. */
function buildEvenMap(price: number): LiquidationMap {
  const column = (isOnSide: (offset: number) => boolean, coins: number): Float64Array =>
    Float64Array.from({ length: 801 }, (_, index) => (isOnSide(index - 400) ? coins : 0));
  const isBelow = (offset: number): boolean => offset < 0;
  const isAbove = (offset: number): boolean => offset > 0;
  return {
    price,
    logStep: LOG_STEP,
    firstBin: binOf(price, LOG_STEP) - 400,
    longExposureBase: column(isBelow, 1),
    shortExposureBase: column(isAbove, 1),
    longForcedBase: column(isBelow, 0.1),
    shortForcedBase: column(isAbove, 0.1),
    memory: 1,
  };
}

describe('the ladder', () => {
  test('has a rung at every round thousand within 30 % of 90,000', () => {
    const rungs = atRiskLadder(buildEvenMap(90_000));

    expect(rungs[0]).toMatchObject({ price: 63_000, side: 'long' });
    expect(rungs.at(-1)).toMatchObject({ price: 117_000, side: 'short' });
    // 63 to 89 and 91 to 117; the price itself is no rung.
    expect(rungs).toHaveLength(54);
    expect(rungs.some(({ price }) => price === 84_000)).toBe(true);
  });

  test.each([
    [3_300, 50],
    [190, 2],
    [0.000_02, 2e-7],
    [0.5, 0.005],
  ])('steps by 1, 2 or 5: at %d by %d', (price, step) => {
    const rungs = atRiskLadder(buildEvenMap(price)).map((rung) => rung.price);

    expect((rungs[1] ?? NaN) - (rungs[0] ?? NaN)).toBeCloseTo(step, 12);
    expect(rungs.length).toBeLessThanOrEqual(61);
  });

  test('prints round prices without float noise', () => {
    const rungs = atRiskLadder(buildEvenMap(0.5)).map(({ price }) => String(price));

    expect(rungs.every((text) => text.length <= 5)).toBe(true);
  });
});

describe('at risk to a price', () => {
  const map = buildEvenMap(90_000);
  const bin = binOf(90_000, LOG_STEP);

  test('adds whole bins of longs in dollars of their own price', () => {
    const target = Math.exp((bin - 2) * LOG_STEP);

    const { side, exposureUsd, forcedUsd } = atRiskTo(map, 90_000, target);

    const expected = binMidPrice(bin - 1, LOG_STEP) + binMidPrice(bin - 2, LOG_STEP);
    expect(side).toBe('long');
    expect(exposureUsd).toBeCloseTo(expected, 4);
    expect(forcedUsd).toBeCloseTo(expected / 10, 5);
  });

  test('takes the crossed share of a bin', () => {
    const target = Math.exp((bin + 1.25) * LOG_STEP);

    const { side, exposureUsd } = atRiskTo(map, 90_000, target);

    expect(side).toBe('short');
    expect(exposureUsd).toBeCloseTo(0.25 * binMidPrice(bin + 1, LOG_STEP), 4);
  });
});
