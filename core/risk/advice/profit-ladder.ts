import { positionSizeBase, type SavedPosition } from '../../market/position.ts';
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
