import { isCompleteFeed } from '../../market/feeds.ts';
import type { HeardOrder } from '../../market/forced-order.ts';
import { MINUTE_MS } from '../../market/time.ts';

/** Most that one sampled order may stand for. */
const MAX_WEIGHT = 3.2;
/** A minute with more of its seconds occupied says where, but not how much. */
const MAX_OCCUPANCY = 0.9;

/**
 * How many orders each of `orders` stands for. Of a sampled feed only one order a second is seen, so a minute with a
 * share q of its seconds occupied hides about -ln(1 - q) / q orders behind each; a minute too full counts for nothing.
 * @param orders of one bar, ascending in time
 */
export function observationWeights(orders: readonly HeardOrder[]): Float64Array {
  if (orders.every(({ venue }) => isCompleteFeed(venue))) return new Float64Array(orders.length).fill(1);
  const seconds = new Map<string, Set<number>>();
  const keyOf = (order: HeardOrder): string => `${order.venue} ${Math.floor(order.atMs / MINUTE_MS)}`;
  for (const order of orders) {
    if (isCompleteFeed(order.venue)) continue;
    const occupied = seconds.get(keyOf(order)) ?? new Set();
    occupied.add(Math.floor(order.atMs / 1000));
    seconds.set(keyOf(order), occupied);
  }
  return Float64Array.from(orders, (order) => {
    const occupied = seconds.get(keyOf(order));
    if (occupied === undefined) return 1;
    const share = occupied.size / 60;
    return share > MAX_OCCUPANCY ? 0 : Math.min(-Math.log(1 - share) / share, MAX_WEIGHT);
  });
}
