import type { AssetClass } from './asset-class.ts';
import type { VenueId } from './venue-id.ts';

/** Side of a position (never of an order): a forced sell closes a `long`. */
export type PositionSide = 'long' | 'short';

/** One forced order of a venue's liquidation feed. */
export interface ForcedOrder {
  readonly atMs: number;
  readonly venue: VenueId;
  readonly base: string;
  /** Absent: what the name says, mostly a coin. */
  readonly assetClass?: AssetClass;
  readonly side: PositionSide;
  /** Price on the order, usually the bankruptcy price: about half a percent worse than the market. */
  readonly orderPrice: number;
  /** Price at which the market took it, where the venue says so; null else. */
  readonly filledPrice: number | null;
  readonly quantityBase: number;
  readonly notionalUsd: number;
}

/** A forced order of any recorded venue, also of one that is not polled. */
export interface HeardOrder extends Omit<ForcedOrder, 'venue'> {
  readonly venue: string;
  /** The market's price at that moment, USD, where a recorder noted it beside the order. */
  readonly marketPrice?: number;
}
