import type { PositionSide } from './forced-order.ts';

/**
 * A position as its owner enters it; lives on the device only. `margin` is what backs an isolated position:
 * either named by leverage or in dollars.
 */
export interface SavedPosition {
  readonly id: string;
  /** Venue whose formula and tiers apply, e.g. `binance`. */
  readonly venue: string;
  /** The coin, e.g. `BTC`. */
  readonly base: string;
  readonly side: PositionSide;
  /** USD for one coin. */
  readonly entryPrice: number;
  readonly size: { readonly unit: 'base' | 'usd'; readonly value: number };
  readonly margin:
    | { readonly kind: 'leverage'; readonly leverage: number }
    | { readonly kind: 'usd'; readonly usd: number };
  readonly marginMode: 'isolated' | 'cross';
  /** Balance that backs a cross position, USD; null for isolated. */
  readonly walletBalanceUsd: number | null;
  readonly addedMarginUsd: number;
  readonly stopPrice: number | null;
  readonly horizonHours: number;
}

/** Coins of a position. */
export const positionSizeBase = (position: SavedPosition): number =>
  position.size.unit === 'base' ? position.size.value : position.size.value / position.entryPrice;
