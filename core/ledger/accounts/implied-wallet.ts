import { type HeldPosition, MAINTENANCE_SHARE } from '../../market/account.ts';
import type { AccountBook } from '../../market/account.ts';

/**
 * What backs the cross positions of a book with each price at its entry, USD, as the venue's own liquidation price of the
 * position nearest to its own implies: where one balance backs several books, none of them says it. What lies in other
 * books counts as it stands now. Null where no cross position has a liquidation price.
 */
export function impliedWalletUsd({ positions }: Pick<AccountBook, 'positions'>): number | null {
  const cross = positions.filter(({ isolatedMarginUsd }) => isolatedMarginUsd === null);
  const [nearest] = cross
    .flatMap((position) => {
      const { liquidationPrice, markPrice } = position;
      if (liquidationPrice === null) return [];
      return [{ position, at: liquidationPrice, distance: Math.abs(liquidationPrice / markPrice - 1) }];
    })
    .toSorted((a, b) => a.distance - b.distance);
  if (nearest === undefined) return null;
  // There the balance and all profit are just what must be held.
  return cross.reduce((sum, position) => {
    const price = position === nearest.position ? nearest.at : position.markPrice;
    return sum + maintenanceUsd(position, price) - profitUsd(position, price);
  }, 0);
}

const maintenanceUsd = ({ sizeBase, maxLeverage }: HeldPosition, price: number): number =>
  (sizeBase * price * MAINTENANCE_SHARE) / maxLeverage;

const profitUsd = ({ side, sizeBase, entryPrice }: HeldPosition, price: number): number =>
  (side === 'long' ? 1 : -1) * sizeBase * (price - entryPrice);
