import type { TierFacts } from './liquidation-types.ts';

/** Maintenance margin of a position at a price. */
export function maintenanceUsd({ basis, tiers }: TierFacts, sizeBase: number, price: number): number {
  const notional = sizeBase * price;
  const measure = basis === 'notional-usd' ? notional : sizeBase;
  const tier = tiers.find(({ cap }) => measure <= cap) ?? tiers.at(-1);
  return tier === undefined ? 0 : notional * tier.maintenanceRate - tier.deductionUsd;
}
