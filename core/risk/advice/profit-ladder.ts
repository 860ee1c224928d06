import { positionSizeBase, type SavedPosition } from '../../market/position.ts';
import type { TierFacts } from '../liquidation-types.ts';
import { signOf } from '../margin-equation.ts';

/** The position at one price. */
export interface LadderRung {
  readonly price: number;
  readonly profitUsd: number;
  /** Profit over the margin that backs the position. */
  readonly returnOnMargin: number;
  /** Maintenance over equity: 1 is liquidation; null where the equity is gone. */
  readonly marginRatio: number | null;
}

/** Profit, return and margin ratio at each price, fees and funding left out. */
export function profitLadder(
  position: SavedPosition,
  {
    prices,
    marginUsd,
    tiers,
  }: { readonly prices: readonly number[]; readonly marginUsd: number; readonly tiers: TierFacts },
): readonly LadderRung[] {
  const sizeBase = positionSizeBase(position);
  return prices.map((price) => {
    const profitUsd = signOf(position.side) * sizeBase * (price - position.entryPrice);
    const equity = marginUsd + profitUsd;
    return {
      price,
      profitUsd,
      returnOnMargin: profitUsd / marginUsd,
      marginRatio: equity > 0 ? maintenanceUsd(tiers, sizeBase, price) / equity : null,
    };
  });
}

/** Maintenance margin of a position at a price. */
export function maintenanceUsd({ basis, tiers }: TierFacts, sizeBase: number, price: number): number {
  const notional = sizeBase * price;
  const measure = basis === 'notional-usd' ? notional : sizeBase;
  const tier = tiers.find(({ cap }) => measure <= cap) ?? tiers.at(-1);
  return tier === undefined ? 0 : notional * tier.maintenanceRate - tier.deductionUsd;
}
