import type { VenueSeries } from '../index.ts';
import type { Bars } from '../../market/bars.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';
import { lowerBound } from '../../market/lower-bound.ts';

/** One order of a larger part of its venue's open interest is told in another unit: positions are limited far below. */
const LARGEST_SHARE = 0.1;

/** An order whose price lies further outside of its bar is another coin's. */
const FARTHEST_PRICE = 0.2;

/** Whether a position of that size can have stood at a venue with so many coins of open interest (null: unknown). */
export const canHaveStood = ({ quantityBase }: ForcedOrder, openInterestBase: number | null): boolean =>
  openInterestBase === null || !(openInterestBase > 0) || quantityBase <= LARGEST_SHARE * openInterestBase;

/**
 * Those of `orders`, ascending in time, that their venue's bars can hold: no more coins than were traded while they were
 * filled, at a price of that time. An order without bars is passed on.
 */
export function ordersInBars(
  orders: readonly ForcedOrder[],
  series: readonly VenueSeries[],
): readonly ForcedOrder[] {
  const readers = new Map<string, (order: ForcedOrder) => boolean>(
    series.map(({ venue, bars }) => [venue, createFit(bars)]),
  );
  const kept = orders.filter((order) => readers.get(order.venue)?.(order) ?? true);
  return kept.length === orders.length ? orders : kept;
}

/** Whether orders, asked for in the order of their times, fit into `bars`. */
function createFit(bars: Bars): (order: ForcedOrder) => boolean {
  let row: number | null = null;
  return ({ atMs, quantityBase, filledPrice, orderPrice }) => {
    const atS = atMs / 1000;
    row ??= lowerBound(bars.openTimeS, Math.floor(atS) - bars.intervalS);
    while ((bars.openTimeS[row] ?? Infinity) + bars.intervalS <= atS) row++;
    const [openS, nextS] = [bars.openTimeS[row] ?? Infinity, bars.openTimeS[row + 1]];
    // What fires at the end of a bar trades in the next one.
    if (openS > atS || nextS !== openS + bars.intervalS) return true;
    const price = filledPrice ?? orderPrice;
    const traded = (bars.volumeBase[row] ?? NaN) + (bars.volumeBase[row + 1] ?? NaN);
    return (
      quantityBase <= traded &&
      price >= (bars.low[row] ?? NaN) / (1 + FARTHEST_PRICE) &&
      price <= (bars.high[row] ?? NaN) * (1 + FARTHEST_PRICE)
    );
  };
}
