import { describe, expect, test } from 'vitest';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';
import { build, onePercent, price, table, tier } from './positions.ts';

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
