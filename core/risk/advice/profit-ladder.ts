import { contractOf, positionSizeBase, type SavedPosition } from '../../market/position.ts';
import type { CoinTierFacts, LiquidationContext, TierFacts } from '../liquidation-types.ts';
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

/** What a position's equity and maintenance consist of beside its own. */
export interface LadderAccount extends Pick<LiquidationContext, 'others' | 'oppositeLeg'> {
  /** What backs the position in the currency it settles in. */
  readonly backing: number;
  readonly tiers: TierFacts | CoinTierFacts;
}

/**
 * Profit, return and margin ratio at each price, fees and funding left out. Of an inverse position in dollars at that
 * price. Other positions of a cross account count as they are now, the opposite leg as it is at each price.
 */
export function profitLadder(
  position: SavedPosition,
  prices: readonly number[],
  { backing, tiers, others, oppositeLeg }: LadderAccount,
): readonly LadderRung[] {
  const isInverse = contractOf(position) === 'inverse';
  const sign = signOf(position.side);
  const own = { sizeBase: positionSizeBase(position), entryPrice: position.entryPrice };
  const requiredUsd = ({ sizeBase, entryPrice }: typeof own, price: number): number =>
    maintenanceUsd(tiers, { sizeBase, notionalUsd: sizeBase * (isInverse ? entryPrice : price), price });
  return prices.map((price) => {
    const profitUsd = sign * own.sizeBase * (price - own.entryPrice);
    const marginUsd = isInverse ? backing * price : backing;
    const oppositeUsd = oppositeLeg ? -sign * oppositeLeg.sizeBase * (price - oppositeLeg.entryPrice) : 0;
    const equityUsd = marginUsd + profitUsd + oppositeUsd + (others?.profitUsd ?? 0);
    const neededUsd =
      requiredUsd(own, price) +
      (oppositeLeg ? requiredUsd(oppositeLeg, price) : 0) +
      (others?.maintenanceUsd ?? 0);
    return {
      price,
      profitUsd,
      returnOnMargin: profitUsd / marginUsd,
      marginRatio: equityUsd > 0 ? neededUsd / equityUsd : null,
    };
  });
}
