import { describe, expect, test } from 'vitest';

import { accountPositions } from '../../../core/ledger/accounts/account-positions.ts';
import { fundingDrift } from '../../../core/risk/advice/funding-drift.ts';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';
import { buildAccount, buildBook, buildHeld, buildTold } from '../../support/accounts.ts';

/** By the formula: (0.5 * 90,000 - 4500) / (0.5 * (1 - 0.5 / 40)) = 82,025.3164... */
const OURS = 40_500 / (0.5 * 0.9875);

const liquidationOf = (overrides: Parameters<typeof buildHeld>[0]) => {
  const books = [buildBook({ positions: [buildHeld(overrides)] })];
  const [position] = accountPositions([buildAccount({ told: buildTold({ books }) })]);
  return positionLiquidation(position!, { tiers: null, markPrice: 91_000 });
};

describe('beside the price that the venue itself names', () => {
  test('the formula holds where both are one', () => {
    const { liquidationPrice, alternative, estimate } = liquidationOf({ liquidationPrice: OURS * 1.004 });

    expect(liquidationPrice).toBeCloseTo(OURS, 8);
    expect([alternative, estimate]).toEqual([null, false]);
  });

  test('it is the alternative where they are more than half a percent apart', () => {
    const { liquidationPrice, alternative } = liquidationOf({ liquidationPrice: 83_000 });

    expect(liquidationPrice).toBe(83_000);
    expect(alternative).toEqual({ liquidationPrice: expect.closeTo(OURS, 8) as number, name: 'formula' });
  });

  test('it stands where the venue names none', () => {
    const { liquidationPrice, alternative, reason } = liquidationOf({ liquidationPrice: null });

    expect(liquidationPrice).toBeCloseTo(OURS, 8);
    expect([alternative, reason]).toEqual([{ liquidationPrice: null, name: 'venue' }, null]);
  });

  test('it may say that nothing liquidates the position while the venue names a price', () => {
    const { liquidationPrice, alternative, reason } = liquidationOf({
      isolatedMarginUsd: 60_000,
      liquidationPrice: 12_000,
    });

    expect([liquidationPrice, alternative, reason]).toEqual([
      12_000,
      { liquidationPrice: null, name: 'formula' },
      null,
    ]);
  });

  test('both may say that nothing does', () => {
    expect(liquidationOf({ isolatedMarginUsd: 60_000, liquidationPrice: null })).toMatchObject({
      liquidationPrice: null,
      reason: 'fully-backed',
      alternative: null,
    });
  });

  test('neither knows where the balance is not known and the venue names no price', () => {
    expect(liquidationOf({ isolatedMarginUsd: null, liquidationPrice: null })).toMatchObject({
      liquidationPrice: null,
      reason: 'none-named',
    });
  });

  test('profit that was taken out leaves less than nothing at the entry, and a liquidation above it', () => {
    // 0.5 * p - 47,000 = 0.5 * p * 0.0125
    const told = 47_000 / (0.5 * 0.9875);
    const liquidation = liquidationOf({
      isolatedMarginUsd: -2000,
      markPrice: 99_000,
      liquidationPrice: told,
    });

    expect(liquidation.liquidationPrice).toBeCloseTo(told, 8);
    expect([liquidation.alternative, liquidation.marginUsd]).toEqual([null, null]);
  });
});

test('a table of other terms than the position was opened at is not used', () => {
  const [position] = accountPositions([buildAccount()]);
  const tiers = {
    basis: 'notional-usd' as const,
    tiers: [{ floor: 0, cap: 1e12, maintenanceRate: 0.05, deductionUsd: 0, maxLeverage: 10 }],
    atMs: 0,
    source: 'venue' as const,
  };

  const { liquidationPrice, tier } = positionLiquidation(position!, { tiers });

  expect(liquidationPrice).toBeCloseTo(OURS, 8);
  expect(tier).toMatchObject({ maintenanceRate: 0.0125, maxLeverage: 40 });
});

test('what funding does to it is told by the formula', () => {
  const [position] = accountPositions([buildAccount()]);
  const rate = { fundingRate8h: 0.001, horizonHours: 8 };

  const { paidUsd, liquidationPrice } = fundingDrift(position!, { tiers: null, markPrice: 91_000 }, rate);

  expect(paidUsd).toBeCloseTo(45.5, 9);
  // 45.5 dollars less margin: (40,500 + 45.5) / (0.5 * 0.9875)
  expect(liquidationPrice).toBeCloseTo(40_545.5 / 0.49375, 6);
});
