import type { MaintenanceTier } from '../../market/tiers.ts';
import type { CoinTier, CoinTierFacts, TierFacts } from '../liquidation-types.ts';

/** Cap of the tier, maintenance rate, highest leverage. */
export type TierRow = readonly [cap: number, maintenanceRate: number, maxLeverage: number];

/**
 * A table in which every part of a position pays the rate of its own tier: the deduction makes the maintenance
 * continuous, deduction(n) = deduction(n - 1) + floor(n) * (rate(n) - rate(n - 1)).
 */
export function progressiveTable(atMs: number, rows: readonly TierRow[]): TierFacts {
  const tiers: MaintenanceTier[] = [];
  for (const [cap, maintenanceRate, maxLeverage] of rows) {
    const below = tiers.at(-1);
    const floor = below?.cap ?? 0;
    const deductionUsd = below ? below.deductionUsd + floor * (maintenanceRate - below.maintenanceRate) : 0;
    tiers.push({ floor, cap, maintenanceRate, deductionUsd, maxLeverage });
  }
  return { basis: 'notional-usd', tiers, atMs, source: 'offline' };
}

/** Like {@link progressiveTable}, of contracts that settle in their coin: caps are coins of notional. */
export function coinTable(atMs: number, rows: readonly TierRow[]): CoinTierFacts {
  const { tiers } = progressiveTable(atMs, rows);
  const inCoins = tiers.map(({ deductionUsd: deductionBase, ...tier }): CoinTier => ({
    ...tier,
    deductionBase,
  }));
  return { basis: 'notional-base', tiers: inCoins, atMs, source: 'offline' };
}

/** A table by coins in which the whole position pays the rate of its tier. */
export function steppedTable(atMs: number, rows: readonly TierRow[]): TierFacts {
  const tiers = rows.map(([cap, maintenanceRate, maxLeverage], index) => ({
    floor: rows[index - 1]?.[0] ?? 0,
    cap,
    maintenanceRate,
    deductionUsd: 0,
    maxLeverage,
  }));
  return { basis: 'size-base', tiers, atMs, source: 'offline' };
}
