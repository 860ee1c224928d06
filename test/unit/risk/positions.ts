import type { SavedPosition } from '../../../core/market/position.ts';
import type { MaintenanceTier } from '../../../core/market/tiers.ts';
import { positionLiquidation, type LiquidationContext } from '../../../core/risk/liquidation.ts';
import type { TierFacts } from '../../../core/risk/liquidation-types.ts';

/** A long of 1 coin at 100 with 10 dollars of margin. */
export const build = (overrides: Partial<SavedPosition> = {}): SavedPosition => ({
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

export const tier = (
  floor: number,
  cap: number,
  maintenanceRate: number,
  deductionUsd = 0,
): MaintenanceTier => ({
  floor,
  cap,
  maintenanceRate,
  deductionUsd,
  maxLeverage: 100,
});

export const table = (basis: TierFacts['basis'], ...tiers: MaintenanceTier[]): TierFacts => ({
  basis,
  tiers,
  atMs: 0,
  source: 'venue',
});

/** One percent of everything. */
export const onePercent = table('notional-usd', tier(0, 1e9, 0.01));
export const price = (
  position: SavedPosition,
  facts = onePercent,
  more: Partial<LiquidationContext> = {},
): number | null => positionLiquidation(position, { tiers: facts, ...more }).liquidationPrice;
