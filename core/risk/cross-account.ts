import { marketId } from '../market/asset.ts';
import type { PositionSide } from '../market/forced-order.ts';
import {
  contractOf,
  marginAccountOf,
  notionalUsdOf,
  positionSizeBase,
  type SavedPosition,
} from '../market/position.ts';
import type { LiquidationContext } from './liquidation-types.ts';
import { maintenanceUsd } from './maintenance.ts';
import { signOf } from './margin-equation.ts';
import { tiersInUse } from './tiers/tiers-in-use.ts';

/** What is known of the markets in which an account holds positions. */
export interface AccountMarkets {
  /** Mark price of a coin, USD; null where it is unknown, and then what its venue said last or the entry price stands in. */
  readonly markPriceOf: (position: SavedPosition) => number | null;
  /** Tiers of the position's venue and coin; null: the offline table. */
  readonly tiersOf: (position: SavedPosition) => LiquidationContext['tiers'];
}

/** What a position is valued at, USD. */
export const priceOf = (
  position: SavedPosition,
  { markPriceOf }: Pick<AccountMarkets, 'markPriceOf'>,
): number => markPriceOf(position) ?? position.origin?.markPrice ?? position.entryPrice;

/**
 * The rest of the cross account that `position` shares: maintenance and profit of its other cross positions
 * at mark, and the opposite leg in the same coin. Nothing for an isolated position. Coins that back inverse contracts
 * are a wallet for each coin, so only the opposite leg shares it.
 */
export function crossAccountOf(
  position: SavedPosition,
  positions: readonly SavedPosition[],
  markets: AccountMarkets,
): Pick<LiquidationContext, 'others' | 'oppositeLeg'> {
  if (position.marginMode === 'isolated') return { others: null, oppositeLeg: null };
  const shared = positions.filter((other) => other.id !== position.id && sharesMargin(other, position));
  const opposite = shared.find(
    (other) => marketId(other) === marketId(position) && other.side !== position.side,
  );
  const others = { maintenanceUsd: 0, profitUsd: 0 };
  for (const other of shared) {
    if (other === opposite) continue;
    const sizeBase = positionSizeBase(other);
    const mark = priceOf(other, markets);
    const { facts } = tiersInUse(other, markets.tiersOf(other));
    const notionalUsd = contractOf(other) === 'inverse' ? notionalUsdOf(other) : sizeBase * mark;
    others.maintenanceUsd += maintenanceUsd(facts, { sizeBase, notionalUsd, price: mark });
    others.profitUsd += signOf(other.side) * sizeBase * (mark - other.entryPrice);
  }
  const oppositeLeg = opposite && { sizeBase: positionSizeBase(opposite), entryPrice: opposite.entryPrice };
  return { others, oppositeLeg: oppositeLeg ?? null };
}

/** Whether two positions are backed by one balance; a position is with itself if it is cross. */
export const sharesMargin = (one: SavedPosition, other: SavedPosition): boolean =>
  one.marginMode === 'cross' &&
  other.marginMode === 'cross' &&
  marginAccountOf(one) === marginAccountOf(other) &&
  contractOf(one) === contractOf(other) &&
  (contractOf(one) === 'linear' || one.base === other.base);

/** The side that loses with the account in a coin: the position's own, unless an opposite leg is the larger one. */
export function losingSideOf(
  position: SavedPosition,
  oppositeLeg: LiquidationContext['oppositeLeg'] | null,
): PositionSide {
  if (!oppositeLeg || oppositeLeg.sizeBase <= positionSizeBase(position)) return position.side;
  return position.side === 'long' ? 'short' : 'long';
}
