import { expect, test } from 'vitest';
import type { SavedPosition } from '../../../core/market/position.ts';
import { crossAccountOf } from '../../../core/risk/cross-account.ts';
import { positionLiquidation } from '../../../core/risk/liquidation.ts';

const build = (overrides: Partial<SavedPosition> = {}): SavedPosition => ({
  id: 'one',
  venue: 'binance',
  base: 'BTC',
  side: 'long',
  entryPrice: 100,
  size: { unit: 'base', value: 1 },
  margin: { kind: 'leverage', leverage: 10 },
  marginMode: 'cross',
  walletBalanceUsd: 30,
  addedMarginUsd: 0,
  stopPrice: null,
  horizonHours: 24,
  ...overrides,
});

const tiers = {
  basis: 'notional-usd' as const,
  tiers: [{ floor: 0, cap: 1e9, maintenanceRate: 0.01, deductionUsd: 0, maxLeverage: 100 }],
  atMs: 0,
  source: 'venue' as const,
};
const markets = {
  markPriceOf: ({ base }: SavedPosition) => (base === 'ETH' ? 8 : null),
  tiersOf: () => tiers,
};

test('the other cross positions of the venue count with their maintenance and profit at mark', () => {
  const ether = build({ id: 'two', base: 'ETH', entryPrice: 10, size: { unit: 'base', value: 2 } });
  const elsewhere = build({ id: 'three', base: 'ETH', venue: 'okx' });
  const isolated = build({ id: 'four', base: 'ETH', marginMode: 'isolated' });

  const account = crossAccountOf(build(), [build(), ether, elsewhere, isolated], markets);

  // 2 * 8 * 1 % of maintenance, 2 * (8 - 10) of loss: 30 - 0.16 - 4 = 25.84 back the position.
  expect(account.others?.maintenanceUsd).toBeCloseTo(0.16, 12);
  expect(account.others?.profitUsd).toBeCloseTo(-4, 12);
  expect(positionLiquidation(build(), { tiers, ...account }).liquidationPrice).toBeCloseTo(
    (100 - 25.84) / 0.99,
    10,
  );
});

test('the opposite side of the same coin is a leg of its own, not one of the others', () => {
  const short = build({ id: 'two', side: 'short', entryPrice: 110, size: { unit: 'usd', value: 55 } });

  expect(crossAccountOf(build(), [short], markets)).toEqual({
    others: { maintenanceUsd: 0, profitUsd: 0 },
    oppositeLeg: { sizeBase: 0.5, entryPrice: 110 },
  });
});

test('an isolated position shares nothing', () => {
  const position = build({ marginMode: 'isolated' });

  expect(crossAccountOf(position, [build({ id: 'two' })], markets)).toEqual({
    others: null,
    oppositeLeg: null,
  });
});

const readAt = (account: string, markPrice: number): NonNullable<SavedPosition['origin']> => ({
  kind: 'address',
  address: `0x${'1'.repeat(40)}`,
  label: null,
  atMs: 0,
  account,
  instrument: 'ETH',
  markPrice,
  liquidationPrice: null,
  maxLeverage: 25,
  isBackingImplied: false,
});

test('positions of one address share an account with each other, and with nothing that was typed in', () => {
  const venue = 'hyperliquid';
  const own = build({ venue, origin: readAt('first', 100) });
  const ether = build({
    id: 'two',
    venue,
    base: 'ETH',
    entryPrice: 10,
    size: { unit: 'base', value: 2 },
    origin: readAt('first', 9),
  });
  const typed = build({ id: 'three', venue, base: 'ETH' });
  const builders = build({ id: 'four', venue, base: 'ETH', origin: readAt('first xyz', 9) });
  const unknown = { markPriceOf: () => null, tiersOf: () => null };
  const held = [own, ether, typed, builders];

  // At the venue's own mark: 2 * 9 * 0.5 / 25 of maintenance, 2 * (9 - 10) of loss.
  const { others } = crossAccountOf(own, held, unknown);
  expect(others?.maintenanceUsd).toBeCloseTo(0.36, 12);
  expect(others?.profitUsd).toBeCloseTo(-2, 12);
  expect(crossAccountOf(typed, held, unknown).others).toEqual({ maintenanceUsd: 0, profitUsd: 0 });
});
