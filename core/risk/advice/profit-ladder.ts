import { contractOf, positionSizeBase, type SavedPosition } from '../../market/position.ts';
import type { TierFacts } from '../liquidation-types.ts';
import { maintenanceUsd } from '../maintenance.ts';
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

/** Profit, return and margin ratio at each price, fees and funding left out. Of an inverse position in dollars at that price. */
export function profitLadder(
  position: SavedPosition,
  {
    prices,
    backing,
    tiers,
  }: { readonly prices: readonly number[]; readonly backing: number; readonly tiers: TierFacts },
): readonly LadderRung[] {
  const sizeBase = positionSizeBase(position);
  const isInverse = contractOf(position) === 'inverse';
  return prices.map((price) => {
    const profitUsd = signOf(position.side) * sizeBase * (price - position.entryPrice);
    const marginUsd = isInverse ? backing * price : backing;
    const equity = marginUsd + profitUsd;
    const requiredUsd = maintenanceUsd(tiers, sizeBase, isInverse ? position.entryPrice : price);
    return {
      price,
      profitUsd,
      returnOnMargin: profitUsd / marginUsd,
      marginRatio: equity > 0 ? requiredUsd / equity : null,
    };
  });
}
