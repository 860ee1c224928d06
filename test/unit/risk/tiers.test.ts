import { describe, expect, test } from 'vitest';
import type { MaintenanceTier } from '../../../core/market/tiers.ts';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';
import { FORMULAS } from '../../../core/risk/formulas/registry.ts';
import { offlineTiers } from '../../../core/risk/tiers/offline.ts';
import { build, price, table, tier } from './positions.ts';

describe('tiers', () => {
  // 1 % to 95 dollars of notional, 3 % above with 1.9 deducted: continuous.
  const progressive = table('notional-usd', tier(0, 95, 0.01), tier(95, 1e6, 0.03, 1.9));

  test('the tier at the liquidation counts, not the tier at entry', () => {
    // Entry at 100 is in the second tier; at 90 / 0.99 = 90.9 the first holds.
    const answer = positionLiquidation(build(), { tiers: progressive });

    expect(answer.liquidationPrice).toBeCloseTo(90 / 0.99, 10);
    expect(answer.tier?.maintenanceRate).toBe(0.01);
  });

  test('the deduction is taken off: short of 110 dollars, (110 + 1.9) / 1.03', () => {
    expect(price(build({ side: 'short' }), progressive)).toBeCloseTo(111.9 / 1.03, 10);
  });

  test('a table in steps liquidates at the edge that the requirement jumps over', () => {
    // Margin 10: at 105 the equity is 5; below it 1 % = 1.05 is needed, above it 10 % = 10.5.
    const steps = table('notional-usd', tier(0, 105, 0.01), tier(105, 1e6, 0.1));

    expect(price(build({ side: 'short' }), steps)).toBeCloseTo(105, 10);
  });

  test("Bitget's steps are made continuous by the offset that its table leaves out", () => {
    const steps = table('notional-usd', tier(0, 105, 0.01), tier(105, 1e6, 0.1));

    // 5 % more up to 105, then 10 % less a deduction of 105 * 0.09: (105 + 9.45) / 1.1 is below the edge, so 105 / 1.01 holds.
    const at = (margin: number) =>
      price(build({ venue: 'bitget', side: 'short', margin: { kind: 'usd', usd: margin } }), steps, {
        takerFee: 1e-12,
      });
    expect(at(5)).toBeCloseTo(105 / 1.01, 8);
    expect(at(10)).toBeCloseTo((110 + 9.45) / 1.1, 8);
  });

  test('a table by coins takes the tier of the size whatever the price', () => {
    const byCoins = table('size-base', tier(0, 0.5, 0.01), tier(0.5, 10, 0.02), tier(10, 50, 0.5));

    const answer = positionLiquidation(build(), { tiers: byCoins });
    expect(answer.liquidationPrice).toBeCloseTo(90 / 0.98, 10);
    expect(answer.tier?.floor).toBe(0.5);
  });

  test('a position above the last cap pays the last tier', () => {
    expect(price(build({ size: { unit: 'base', value: 1e6 } }), progressive)).toBeCloseTo(
      (90 - 1.9e-6) / 0.97,
      10,
    );
  });

  test('without a table the dated offline one is used and named', () => {
    const answer = positionLiquidation(build(), { tiers: null });

    // 100 dollars are in Binance's first tier, 0.4 %.
    expect(answer.liquidationPrice).toBeCloseTo(90 / 0.996, 10);
    expect(answer.tiersUsed).toEqual({ source: 'offline', atMs: Date.UTC(2026, 6, 2), generic: false });
    expect(answer).toMatchObject({ estimate: true, bankruptcyEstimate: false });
    expect(positionLiquidation(build({ base: 'NEW' }), { tiers: null }).tiersUsed?.generic).toBe(true);
  });

  test.each(FORMULAS)('$venue without its own tiers of today gives an estimate', ({ venue }) => {
    for (const contract of ['linear', 'inverse'] as const) {
      for (const base of ['BTC', 'ETH', 'NEW']) {
        const position = build({ venue, base, contract });

        expect(positionLiquidation(position, { tiers: null }).estimate, `${base} ${contract}`).toBe(true);
      }
    }
  });

  test('a table of another kind of contract is a stand-in, even from the venue', () => {
    const answer = positionLiquidation(build({ contract: 'inverse' }), { tiers: progressive });

    expect(answer).toMatchObject({ estimate: true, tiersUsed: { source: 'venue', generic: true } });
  });

  test.each(['binance', 'hyperliquid', 'gate', 'okx', 'deribit'])(
    'the offline table of %s is continuous and ascending',
    (venue) => {
      for (const base of ['BTC', 'ETH', 'SOL', 'NEW']) {
        const facts = offlineTiers(venue, base, 'linear').facts;
        if (facts.basis === 'notional-base') throw new Error('a linear contract has no table in coins');
        const { basis, tiers } = facts;
        tiers.forEach((upper, index) => {
          const lower = tiers[index - 1];
          expect(upper.floor).toBe(lower?.cap ?? 0);
          expect(upper.cap).toBeGreaterThan(upper.floor);
          if (lower === undefined || basis === 'size-base') return;
          const at = (which: MaintenanceTier) => upper.floor * which.maintenanceRate - which.deductionUsd;
          expect(at(upper)).toBeCloseTo(at(lower), 4);
        });
      }
    },
  );

  // The published cumulative amounts of the last brackets.
  test.each([
    ['BTC', 421_482_000],
    ['ETH', 280_507_000],
    ['SOL', 66_731_475],
  ])("Binance's published last deduction for %s comes out of the rates", (base, deduction) => {
    expect(offlineTiers('binance', base, 'linear').facts.tiers.at(-1)).toMatchObject({
      deductionUsd: expect.closeTo(deduction, 3),
    });
  });
});
