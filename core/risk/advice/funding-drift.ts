import { contractOf, type SavedPosition } from '../../market/position.ts';
import { formulaLiquidation } from '../liquidation.ts';
import type { LiquidationContext } from '../liquidation-types.ts';
import { fundingUsd } from './funding-terms.ts';

/** What a horizon's funding costs a position, and where it is liquidated after that. */
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
  const markPrice = context.markPrice ?? position.entryPrice;
  const isInverse = contractOf(position) === 'inverse';
  const paidUsd = fundingUsd(position, { markPrice, rate8h: fundingRate8h, hours: horizonHours });
  const after = withoutMargin(position, {
    usd: isInverse ? 0 : paidUsd,
    base: isInverse ? paidUsd / markPrice : 0,
  });
  return { paidUsd, liquidationPrice: formulaLiquidation(after, context).liquidationPrice };
}

function withoutMargin(
  position: SavedPosition,
  paid: { readonly usd: number; readonly base: number },
): SavedPosition {
  const { walletBalanceUsd, walletBalanceBase = null, addedMarginUsd, addedMarginBase = 0 } = position;
  return position.marginMode === 'isolated'
    ? { ...position, addedMarginUsd: addedMarginUsd - paid.usd, addedMarginBase: addedMarginBase - paid.base }
    : {
        ...position,
        walletBalanceUsd: walletBalanceUsd === null ? null : walletBalanceUsd - paid.usd,
        walletBalanceBase: walletBalanceBase === null ? null : walletBalanceBase - paid.base,
      };
}
