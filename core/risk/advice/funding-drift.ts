import { positionSizeBase, type SavedPosition } from '../../market/position.ts';
import { positionLiquidation } from '../liquidation.ts';
import type { LiquidationContext } from '../liquidation-types.ts';

export interface FundingDrift {
  /** Dollars the position pays over the horizon; negative where it receives. */
  readonly paidUsd: number;
  /** Liquidation price once they are paid from the margin; null: cannot be liquidated. */
  readonly liquidationPrice: number | null;
}

/** What funding at a constant rate does to a position over a horizon. Longs pay a positive rate. */
export function fundingDrift(
  position: SavedPosition,
  context: LiquidationContext,
  { fundingRate8h, horizonHours }: { readonly fundingRate8h: number; readonly horizonHours: number },
): FundingDrift {
  const notional = positionSizeBase(position) * (context.markPrice ?? position.entryPrice);
  const paidUsd = (position.side === 'long' ? 1 : -1) * notional * fundingRate8h * (horizonHours / 8);
  const wallet = position.walletBalanceUsd;
  const after: SavedPosition =
    position.marginMode === 'isolated'
      ? { ...position, addedMarginUsd: position.addedMarginUsd - paidUsd }
      : { ...position, walletBalanceUsd: wallet === null ? null : wallet - paidUsd };
  return { paidUsd, liquidationPrice: positionLiquidation(after, context).liquidationPrice };
}
