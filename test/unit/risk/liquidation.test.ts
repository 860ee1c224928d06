import { describe, expect, test } from 'vitest';
import type { SavedPosition } from '../../../core/market/position.ts';
import type { MaintenanceTier } from '../../../core/market/tiers.ts';
import { positionLiquidation, type TierFacts } from '../../../core/risk/liquidation.ts';
import { offlineTiers } from '../../../core/risk/tiers/offline.ts';

const build = (overrides: Partial<SavedPosition> = {}): SavedPosition => ({
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
  ...overrides,
});

const tier = (floor: number, cap: number, maintenanceRate: number, deductionUsd = 0): MaintenanceTier => ({
  floor,
  cap,
  maintenanceRate,
  deductionUsd,
  maxLeverage: 100,
});

const table = (basis: TierFacts['basis'], ...tiers: MaintenanceTier[]): TierFacts => ({
  basis,
  tiers,
  atMs: 0,
  source: 'venue',
});

/** One percent of everything. */
const onePercent = table('notional-usd', tier(0, 1e9, 0.01));
const price = (position: SavedPosition, facts = onePercent, more = {}): number | null =>
  positionLiquidation(position, { tiers: facts, ...more }).liquidationPrice;

describe('an isolated position of 1 coin at 100 with 10 dollars of margin and 1 % maintenance', () => {
  // Equity 10 - (100 - p) meets 0.01 p: p = 90 / 0.99. Short: 10 + 100 - p = 0.01 p: p = 110 / 1.01.
  test.each(['binance', 'bybit', 'hyperliquid', 'dydx', 'htx'])(
    'is liquidated at 90 / 0.99 on %s',
    (venue) => {
      expect(price(build({ venue }))).toBeCloseTo(90 / 0.99, 10);
      expect(price(build({ venue, side: 'short' }))).toBeCloseTo(110 / 1.01, 10);
    },
  );

  test.each(['okx', 'bitget', 'gate', 'bitmex', 'deribit', 'kraken'])(
    'pays the closing fee as well on %s',
    (venue) => {
      expect(price(build({ venue }), onePercent, { takerFee: 0.001 })).toBeCloseTo(90 / 0.989, 10);
      expect(price(build({ venue, side: 'short' }), onePercent, { takerFee: 0.001 })).toBeCloseTo(
        110 / 1.011,
        10,
      );
    },
  );

  // Maintenance is 1 dollar, fixed at entry: 10 - (100 - p) = 1.
  test.each(['kucoin', 'mexc'])('has its maintenance fixed at entry on %s', (venue) => {
    expect(price(build({ venue }))).toBeCloseTo(91, 10);
    expect(price(build({ venue, side: 'short' }))).toBeCloseTo(109, 10);
  });

  test('is bankrupt where the margin is gone, 90 and 110', () => {
    expect(positionLiquidation(build(), { tiers: onePercent }).bankruptcyPrice).toBeCloseTo(90, 10);
    expect(positionLiquidation(build({ side: 'short' }), { tiers: onePercent }).bankruptcyPrice).toBeCloseTo(
      110,
      10,
    );
  });

  test('takes the size in dollars and the margin in dollars just as well', () => {
    const same = build({ size: { unit: 'usd', value: 100 }, margin: { kind: 'usd', usd: 10 } });

    expect(price(same)).toBeCloseTo(90 / 0.99, 10);
  });

  test('moves away by what is added: 5 dollars more, (85) / 0.99', () => {
    expect(price(build({ addedMarginUsd: 5 }))).toBeCloseTo(85 / 0.99, 10);
  });
});

describe('what is particular to a venue', () => {
  test("Bybit's added margin grows by the closing fee it saves: 90 - 5 / (1 - 0.01) over 0.99", () => {
    const added = build({ venue: 'bybit', addedMarginUsd: 5 });

    expect(price(added, onePercent, { takerFee: 0.01 })).toBeCloseTo((90 - 5 / 0.99) / 0.99, 10);
  });

  // Help page of 2026-05-27: 1 BTC at 40,000 and 50x, 3,000 dollars added, 0.5 %, fee 0.055 %: 36,380.25.
  test("Bybit's worked example comes out", () => {
    const example = build({
      venue: 'bybit',
      entryPrice: 40_000,
      margin: { kind: 'leverage', leverage: 50 },
      addedMarginUsd: 3000,
    });
    const half = table('notional-usd', tier(0, 2e6, 0.005));

    expect(price(example, half, { takerFee: 0.00055 })).toBeCloseTo(36_380.25, 2);
  });

  test("Bybit's older page is shown where it differs by more than 0.1 %", () => {
    // 91 against 90.909: 0.1 % exactly. With 2 % maintenance 92 against 90 / 0.98 = 91.837: 0.18 %.
    const twoPercent = table('notional-usd', tier(0, 1e9, 0.02));

    expect(
      positionLiquidation(build({ venue: 'bybit' }), { tiers: twoPercent }).alternative?.liquidationPrice,
    ).toBeCloseTo(92, 10);
    expect(
      positionLiquidation(build({ venue: 'bybit', margin: { kind: 'leverage', leverage: 50 } }), {
        tiers: onePercent,
      }).alternative,
    ).toBeNull();
  });

  test('OKX shows one tick nearer to the market', () => {
    const bare = price(build({ venue: 'okx' })) ?? NaN;

    expect(price(build({ venue: 'okx' }), onePercent, { tickSize: 0.1 })).toBeCloseTo(bare + 0.1, 10);
  });

  test('KuCoin rounds a long up to the tick and a short down, and leaves a full tick where it is', () => {
    const at = (side: 'long' | 'short', entryPrice: number) =>
      price(build({ venue: 'kucoin', side, entryPrice }), onePercent, { tickSize: 0.5 });

    // 0.91 * 100.3 = 91.273 and 1.09 * 100.3 = 109.327.
    expect(at('long', 100.3)).toBe(91.5);
    expect(at('short', 100.3)).toBe(109);
    expect(at('long', 100)).toBe(91);
  });

  test.each(['bitmex', 'deribit', 'kraken'])('%s is an estimate, the others are not', (venue) => {
    expect(positionLiquidation(build({ venue }), { tiers: onePercent }).estimate).toBe(true);
    expect(positionLiquidation(build(), { tiers: onePercent }).estimate).toBe(false);
  });
});

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
    expect(positionLiquidation(build({ base: 'NEW' }), { tiers: null }).tiersUsed?.generic).toBe(true);
  });

  test.each(['binance', 'hyperliquid', 'gate', 'okx', 'deribit'])(
    'the offline table of %s is continuous and ascending',
    (venue) => {
      for (const base of ['BTC', 'ETH', 'SOL', 'NEW']) {
        const { basis, tiers } = offlineTiers(venue, base).facts;
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
    expect(offlineTiers('binance', base).facts.tiers.at(-1)?.deductionUsd).toBeCloseTo(deduction, 3);
  });
});

describe('a cross position', () => {
  const cross = build({ marginMode: 'cross', walletBalanceUsd: 30 });

  test('is backed by the wallet less what the other positions hold and lose', () => {
    // 30 - 6 (maintenance) - 4 (loss) = 20: (100 - 20) / 0.99.
    expect(price(cross, onePercent, { others: { maintenanceUsd: 6, profitUsd: -4 } })).toBeCloseTo(
      80 / 0.99,
      10,
    );
    expect(price(cross)).toBeCloseTo(70 / 0.99, 10);
  });

  test('is bankrupt where the equity is gone, other maintenance or not', () => {
    const answer = positionLiquidation(cross, {
      tiers: onePercent,
      others: { maintenanceUsd: 6, profitUsd: -4 },
    });

    // 26 dollars of equity.
    expect(answer.bankruptcyPrice).toBeCloseTo(74, 10);
  });

  test('with an opposite leg pays maintenance for both and loses on the difference', () => {
    // 2 long at 100, 1 short at 110: 30 + 2 (p - 100) + (110 - p) = 0.01 * 3 p, so p = 60 / 0.97.
    const hedged = build({ ...cross, size: { unit: 'base', value: 2 } });

    expect(price(hedged, onePercent, { oppositeLeg: { sizeBase: 1, entryPrice: 110 } })).toBeCloseTo(
      60 / 0.97,
      10,
    );
  });

  test('needs to be told the wallet', () => {
    const answer = positionLiquidation(build({ marginMode: 'cross' }), { tiers: onePercent });

    expect(answer).toMatchObject({ liquidationPrice: null, reason: 'no-wallet-balance' });
  });
});

describe('no liquidation price', () => {
  test('is null with a reason where the margin covers any loss, never zero', () => {
    const full = build({ margin: { kind: 'leverage', leverage: 1 } });

    expect(positionLiquidation(full, { tiers: onePercent })).toMatchObject({
      liquidationPrice: null,
      reason: 'fully-backed',
      bankruptcyPrice: null,
    });
    expect(price(build({ addedMarginUsd: 500 }))).toBeNull();
  });

  test('is said of a venue without a formula and of numbers that are none', () => {
    expect(positionLiquidation(build({ venue: 'nowhere' }), { tiers: onePercent }).reason).toBe(
      'unknown-venue',
    );
    for (const bad of [
      build({ entryPrice: 0 }),
      build({ size: { unit: 'base', value: NaN } }),
      build({ addedMarginUsd: -10 }),
    ]) {
      expect(positionLiquidation(bad, { tiers: onePercent })).toMatchObject({
        liquidationPrice: null,
        reason: 'invalid-position',
      });
    }
  });
});

test('a position below its maintenance already says so', () => {
  const answer = positionLiquidation(build(), { tiers: onePercent, markPrice: 90.5 });

  expect(answer.immediate).toBe(true);
  expect(answer.liquidationPrice).toBeCloseTo(90 / 0.99, 10);
});
