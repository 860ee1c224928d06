import type { AssetClass } from './asset-class.ts';
import type { PositionSide } from './forced-order.ts';

/** A price at which a part of a position is closed. */
export interface PositionTarget {
  /** USD. */
  readonly price: number;
  /** Of the position's size, above 0; those of all its targets are together 1 at most. */
  readonly share: number;
}

/**
 * A position as its owner enters it; lives on the device only. `margin` is what backs an isolated position: named by
 * leverage, in dollars, or for a contract that settles in its coin in coins.
 */
export interface SavedPosition {
  readonly id: string;
  /** Venue whose formula and tiers apply, e.g. `binance`. */
  readonly venue: string;
  /** What it is held in, e.g. `BTC`. */
  readonly base: string;
  /** Absent: what the name says, mostly a coin. */
  readonly assetClass?: AssetClass;
  /** `inverse`: a contract of fixed dollars whose margin and profit are coins. Absent: linear. */
  readonly contract?: 'linear' | 'inverse';
  readonly side: PositionSide;
  /** USD for one coin. */
  readonly entryPrice: number;
  readonly size: { readonly unit: 'base' | 'usd'; readonly value: number };
  readonly margin:
    | { readonly kind: 'leverage'; readonly leverage: number }
    | { readonly kind: 'usd'; readonly usd: number }
    | { readonly kind: 'base'; readonly base: number };
  readonly marginMode: 'isolated' | 'cross';
  /** Balance that backs a linear cross position, USD; null for isolated. */
  readonly walletBalanceUsd: number | null;
  readonly addedMarginUsd: number;
  /** Coins that back an inverse cross position. */
  readonly walletBalanceBase?: number | null;
  /** Coins added to the margin of an inverse isolated position. */
  readonly addedMarginBase?: number;
  /** USD, closes what is left of the position; null: no stop. */
  readonly stopPrice: number | null;
  /** Absent: none. */
  readonly targets?: readonly PositionTarget[];
  readonly horizonHours: number;
}

/** Coins of a position; of an inverse one, those that its dollars were worth at entry. */
export const positionSizeBase = (position: SavedPosition): number =>
  position.size.unit === 'base' ? position.size.value : position.size.value / position.entryPrice;

/** What the margin and the profit of a position are paid in. */
export const contractOf = (position: SavedPosition): 'linear' | 'inverse' => position.contract ?? 'linear';

/** Dollars of a position at entry; of an inverse one, the dollars of its contracts. */
export const notionalUsdOf = (position: SavedPosition): number =>
  positionSizeBase(position) * position.entryPrice;
