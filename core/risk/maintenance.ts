import type { CoinTierFacts, TierFacts } from './liquidation-types.ts';

/** A position's size at a price, USD. */
interface Size {
  readonly sizeBase: number;
  /** Of an inverse contract its dollars, which do not move with the price. */
  readonly notionalUsd: number;
  readonly price: number;
}

/** Maintenance margin of a position at a price, USD. */
export function maintenanceUsd(
  facts: TierFacts | CoinTierFacts,
  { sizeBase, notionalUsd, price }: Size,
): number {
  if (facts.basis === 'notional-base') {
    const tier = tierFor(facts.tiers, notionalUsd / price);
    return tier === undefined ? 0 : notionalUsd * tier.maintenanceRate - tier.deductionBase * price;
  }
  const tier = tierFor(facts.tiers, facts.basis === 'notional-usd' ? notionalUsd : sizeBase);
  return tier === undefined ? 0 : notionalUsd * tier.maintenanceRate - tier.deductionUsd;
}

/** The tier that holds for `measure`; the last one above its cap. */
const tierFor = <T extends { readonly cap: number }>(tiers: readonly T[], measure: number): T | undefined =>
  tiers.find(({ cap }) => measure <= cap) ?? tiers.at(-1);
