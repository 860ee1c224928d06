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
 * Where a position was read that its owner did not type in. It is shown and never changed here, is not stored among the
 * user's positions, leaves with no file, and goes with what it came from.
 */
export type PositionOrigin = AddressOrigin | PageOrigin;

interface ReadOrigin {
  /** When it was said, epoch milliseconds by the venues' clock. */
  readonly atMs: number;
  /** Cross positions of the same one back each other; those of another do not. */
  readonly account: string;
  /** The contract by the venue's own name, such as `xyz:GOLD`. */
  readonly instrument: string;
  /** Mark price at `atMs`, USD. */
  readonly markPrice: number;
  /** The venue's own liquidation price, USD; null: it names none. */
  readonly liquidationPrice: number | null;
}

/** What the venue shows of the account at an address. */
export interface AddressOrigin extends ReadOrigin {
  readonly kind: 'address';
  /** Lower case: `0x` and 40 hexadecimal digits. */
  readonly address: string;
  /** What its owner calls it; null where they do not. */
  readonly label: string | null;
  /** Highest leverage that the venue allows the position, by which it reckons maintenance. */
  readonly maxLeverage: number;
  /** What backs a cross position was not told: it is what the venue's own liquidation prices imply. */
  readonly isBackingImplied: boolean;
}

/** What the venue's own page shows in its table, as far as a page can be believed. */
export interface PageOrigin extends ReadOrigin {
  readonly kind: 'page';
  /** That the position is held at. */
  readonly leverage: number;
}

/**
 * A position as its owner enters it, or as it was read where `origin` says; lives on the device only. `margin` is what
 * backs an isolated position: named by leverage, in dollars, or for a contract that settles in its coin in coins.
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
  /** Shows what an answer looks like and is nobody's: nothing warns of it. */
  readonly isExample?: true;
  /** Absent: its owner typed it in. */
  readonly origin?: PositionOrigin;
}

/** Positions share a cross margin only within one account; what is typed in is taken to be one at each venue. */
export const marginAccountOf = ({ venue, origin }: SavedPosition): string => origin?.account ?? venue;

/** Coins of a position; of an inverse one, those that its dollars were worth at entry. */
export const positionSizeBase = (position: SavedPosition): number =>
  position.size.unit === 'base' ? position.size.value : position.size.value / position.entryPrice;

/** What the margin and the profit of a position are paid in. */
export const contractOf = (position: SavedPosition): 'linear' | 'inverse' => position.contract ?? 'linear';

/** Dollars of a position at entry; of an inverse one, the dollars of its contracts. */
export const notionalUsdOf = (position: SavedPosition): number =>
  positionSizeBase(position) * position.entryPrice;
