import { describe, expect, test } from 'vitest';
import { fundingDrift } from '../../../core/risk/advice/funding-drift.ts';
import { profitLadder } from '../../../core/risk/advice/profit-ladder.ts';
import { build, onePercent as tiers } from './positions.ts';

const position = build();

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
    const rungs = profitLadder(position, [110, 90 / 0.99, 85], { backing: 10, tiers });

    // At 110: 10 of profit on 10, maintenance 1.1 of an equity of 20.
    expect(rungs[0]).toEqual({ price: 110, profitUsd: 10, returnOnMargin: 1, marginRatio: 1.1 / 20 });
    expect(rungs[1]?.marginRatio).toBeCloseTo(1, 9);
    expect(rungs[2]).toMatchObject({ profitUsd: -15, returnOnMargin: -1.5, marginRatio: null });
  });
});
