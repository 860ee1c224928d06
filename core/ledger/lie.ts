import type { VenueId } from '../market/venue-id.ts';
import type { AsideQuantity } from './tables/aside.ts';

/** What a venue told of the time in `[fromMs, untilMs)` was not true. */
export interface Lie {
  readonly venue: VenueId;
  readonly fromMs: number;
  readonly untilMs: number;
  /** Absent: everything. */
  readonly quantity?: AsideQuantity;
}

/** Whether a lie is about any of `quantities`. */
export const isOf = ({ quantity }: Lie, ...quantities: readonly AsideQuantity[]): boolean =>
  quantity === undefined || quantities.includes(quantity);
