import type { PositionSide } from './forced-order.ts';
import type { VenueId } from './venue-id.ts';

/** A forced order as views draw it. */
export interface ShownOrder {
  readonly atMs: number;
  readonly side: PositionSide;
  /** Where the market was when it fired, USD a coin. */
  readonly price: number;
  readonly usd: number;
  readonly venue: VenueId;
}

/** Orders of an answer at most. */
export const MOST_SHOWN_ORDERS = 400;

/** Which of the forced orders of a time are shown: none, all of them, or at least these. */
export type ShownPart = 'none' | 'all' | 'least';

/** The forced orders that were heard of a market in a time, as worker and views pass them on. */
export interface HeardOrders {
  /** Ascending in time; the largest where there were more. */
  readonly orders: readonly ShownOrder[];
  readonly isCut: boolean;
  /** A feed that told of them shows at most one a second: there were at least these. */
  readonly isSampled: boolean;
}
