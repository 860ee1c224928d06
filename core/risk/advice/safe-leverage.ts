import type { SavedPosition } from '../../market/position.ts';
import { formulaLiquidation } from '../liquidation.ts';
import type { LiquidationContext } from '../liquidation-types.ts';

const LOWEST_LEVERAGE = 1;

/**
 * Highest leverage, at most the position's own, at which `isSafe` holds for the liquidation price (null: none).
 * The price only moves away as leverage falls, so the leverage is bisected. Null where even 1x is not safe or the
 * position is not named by leverage.
 */
export function highestSafeLeverage(
  position: SavedPosition,
  context: LiquidationContext,
  isSafe: (liquidationPrice: number | null) => boolean,
): number | null {
  const { margin } = position;
  if (margin.kind !== 'leverage' || position.marginMode !== 'isolated') return null;
  const safeAt = (leverage: number): boolean =>
    isSafe(
      formulaLiquidation({ ...position, margin: { kind: 'leverage', leverage } }, context).liquidationPrice,
    );
  if (safeAt(margin.leverage)) return margin.leverage;
  if (!safeAt(LOWEST_LEVERAGE)) return null;
  let low = LOWEST_LEVERAGE;
  let high = margin.leverage;
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (safeAt(middle)) low = middle;
    else high = middle;
  }
  return low;
}
