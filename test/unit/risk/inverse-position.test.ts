import { describe, expect, test } from 'vitest';

import type { SavedPosition } from '../../../core/market/position.ts';
import { fundingDrift } from '../../../core/risk/advice/funding-drift.ts';
import { profitLadder } from '../../../core/risk/advice/profit-ladder.ts';
import { crossAccountOf } from '../../../core/risk/cross-account.ts';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';
import { buildPosition } from '../../support/sample-position.ts';

/** 10,000 dollars of contracts entered at 100: worth 100 coins. */
const build = (overrides: Partial<SavedPosition> = {}): SavedPosition =>
  buildPosition({
    contract: 'inverse',
    entryPrice: 100,
    size: { unit: 'usd', value: 10_000 },
    margin: { kind: 'leverage', leverage: 10 },
    addedMarginBase: 0,
    walletBalanceBase: null,
    ...overrides,
  });

const tiers = {
  basis: 'notional-usd' as const,
  tiers: [
    { floor: 0, cap: 5_000, maintenanceRate: 0.01, deductionUsd: 0, maxLeverage: 50 },
    { floor: 5_000, cap: 1e9, maintenanceRate: 0.02, deductionUsd: 50, maxLeverage: 25 },
  ],
  atMs: 0,
  source: 'venue' as const,
};

describe('a contract that settles in its coin', () => {
  // Second tier: 2 % of 10,000 less 50 = 150 dollars, 1.5 % of the contracts.
  // Equity 10 + 10,000 * (1/100 - 1/P) coins against 150 / P coins: P = 10,150 / 110.
  const liquidationPrice = 10_150 / 110;

  test('is liquidated where its coins meet the maintenance', () => {
    const answer = positionLiquidation(build(), { tiers, markPrice: 100 });

    expect(answer.liquidationPrice).toBeCloseTo(liquidationPrice, 10);
    // 10,000 / 110: the margin of ten coins is gone.
    expect(answer.bankruptcyPrice).toBeCloseTo(10_000 / 110, 10);
    expect(answer).toMatchObject({ marginUsd: 1_000, tiersUsed: { generic: true }, tier: tiers.tiers[1] });
  });

  test.each<[string, Partial<SavedPosition>]>([
    ['coins', { margin: { kind: 'base', base: 10 } }],
    ['dollars at entry', { margin: { kind: 'usd', usd: 1_000 } }],
    ['coins, some of them added', { margin: { kind: 'base', base: 8 }, addedMarginBase: 2 }],
    ['the coins of a cross wallet', { marginMode: 'cross', walletBalanceBase: 10 }],
    ['a size in coins at entry', { size: { unit: 'base', value: 100 } }],
  ])('has the same price by %s', (_what, overrides) => {
    const answer = positionLiquidation(build(overrides), { tiers, markPrice: 100 });

    expect(answer.liquidationPrice).toBeCloseTo(liquidationPrice, 10);
  });

  test('is never liquidated as a short that its coins cover', () => {
    // A short of 100 coins' worth with 100 coins: equity in coins is 10,000 / P whatever the price.
    const short = build({ side: 'short', margin: { kind: 'base', base: 100 } });

    expect(positionLiquidation(short, { tiers, markPrice: 100 })).toMatchObject({
      liquidationPrice: null,
      reason: 'fully-backed',
    });
  });

  test('needs the balance of its wallet where it is cross', () => {
    const cross = build({ marginMode: 'cross', walletBalanceUsd: 5_000 });

    expect(positionLiquidation(cross, { tiers }).reason).toBe('no-wallet-balance');
  });

  test('has a margin ratio of one at its liquidation, and a return in coins', () => {
    const [atLiquidation, above] = profitLadder(build(), [liquidationPrice, 200], { backing: 10, tiers });

    expect(atLiquidation?.marginRatio).toBeCloseTo(1, 10);
    // 10,000 * (1/100 - 1/200) = 50 coins on 10; at 200 they are 10,000 dollars.
    expect(above).toMatchObject({ profitUsd: 10_000, returnOnMargin: 5 });
  });

  test('pays funding in coins', () => {
    const drift = fundingDrift(
      build(),
      { tiers, markPrice: 100 },
      { fundingRate8h: 0.001, horizonHours: 24 },
    );

    // 0.1 % of 10,000 three times: 30 dollars, 0.3 coins of the ten: P = 10,150 / 109.7.
    expect(drift.paidUsd).toBeCloseTo(30, 10);
    expect(drift.liquidationPrice).toBeCloseTo(10_150 / 109.7, 10);
  });

  test('shares its wallet with no other coin', () => {
    const cross = build({ marginMode: 'cross', walletBalanceBase: 10 });
    const ether = build({ id: 'ether', base: 'ETH', marginMode: 'cross', walletBalanceBase: 10 });

    const account = crossAccountOf(cross, [cross, ether], { markPriceOf: () => 50, tiersOf: () => tiers });

    expect(account).toEqual({ others: { maintenanceUsd: 0, profitUsd: 0 }, oppositeLeg: null });
  });

  test('shares its wallet with the opposite leg alone', () => {
    const cross = build({ marginMode: 'cross', walletBalanceBase: 10 });
    const short = build({ id: 'short', side: 'short', marginMode: 'cross', walletBalanceBase: 10 });
    const { contract: _contract, ...linear } = { ...short, id: 'linear' };

    const account = crossAccountOf(cross, [cross, linear, short], {
      markPriceOf: () => 100,
      tiersOf: () => tiers,
    });

    expect(account).toEqual({
      others: { maintenanceUsd: 0, profitUsd: 0 },
      oppositeLeg: { sizeBase: 100, entryPrice: 100 },
    });
  });
});
