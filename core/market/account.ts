import type { RecordedAsset } from './asset.ts';
import type { PositionSide } from './forced-order.ts';

const ADDRESS = /^0x[0-9a-f]{40}$/;

/** The address of an account as a user writes it, in lower case; null for a text that is none. */
export function readAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  return ADDRESS.test(address) ? address : null;
}

/** `0x12ab…cdef`: enough to tell one's own addresses apart. */
export const shortAddress = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`;

/** An order that closes a part of a position when the price comes to it. */
export interface ExitOrder {
  readonly kind: 'stop' | 'target';
  /** The contract by the venue's own name. */
  readonly instrument: string;
  /** The side of the position that it closes. */
  readonly side: PositionSide;
  /** USD. */
  readonly price: number;
  /** Null: all of the position, whatever its size is then. */
  readonly sizeBase: number | null;
}

/** Of the initial margin at the highest leverage, what must be held (Hyperliquid, "Margin tiers"). */
export const MAINTENANCE_SHARE = 0.5;

/** What an account holds of one contract, as its venue told it. */
export interface HeldPosition extends RecordedAsset {
  /** The contract by the venue's own name, such as `xyz:GOLD`. */
  readonly instrument: string;
  readonly side: PositionSide;
  readonly sizeBase: number;
  /** USD. */
  readonly entryPrice: number;
  readonly markPrice: number;
  /** The venue's own; null: it names none. */
  readonly liquidationPrice: number | null;
  readonly maxLeverage: number;
  /** Margin of an isolated position with the price at its entry, USD, which may be none or less; null: cross. */
  readonly isolatedMarginUsd: number | null;
}

/** One margin account at an address: the exchange's own, or that of a builder. */
export interface AccountBook {
  /** Null: the exchange's own. */
  readonly builder: string | null;
  /** When the venue told it, epoch milliseconds by its clock. */
  readonly atMs: number;
  readonly positions: readonly HeldPosition[];
  /** What backs the cross positions with each price at its entry, USD. */
  readonly crossWalletUsd: number;
}

/** What an address is to the venue: nothing that it knows, the key of a program that trades for another account, or an account. */
export type AccountRole = 'missing' | 'agent' | 'account';
