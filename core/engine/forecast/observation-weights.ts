import { isCompleteFeed } from '../../market/feeds.ts';
import type { HeardOrder } from '../../market/forced-order.ts';
import { MINUTE_MS } from '../../market/time.ts';

/** Most that one sampled order may stand for. */
const MAX_WEIGHT = 3.2;
/** A minute with more of its seconds occupied says where, but not how much. */
const MAX_OCCUPANCY = 0.9;

/**
 * How many orders each of `prints` stands for. Of a sampled feed only one order a second is seen, so a minute with a
 * share q of its seconds occupied hides about -ln(1 - q) / q orders behind each; a minute too full counts for nothing.
 * @param prints of one bar, ascending in time
 */
export function observationWeights(prints: readonly HeardOrder[]): Float64Array {
  if (prints.every(({ venue }) => isCompleteFeed(venue))) return new Float64Array(prints.length).fill(1);
  const seconds = new Map<string, Set<number>>();
  const keyOf = (print: HeardOrder): string => `${print.venue} ${Math.floor(print.atMs / MINUTE_MS)}`;
  for (const print of prints) {
    if (isCompleteFeed(print.venue)) continue;
    const occupied = seconds.get(keyOf(print)) ?? new Set();
    occupied.add(Math.floor(print.atMs / 1000));
    seconds.set(keyOf(print), occupied);
  }
  return Float64Array.from(prints, (print) => {
    const occupied = seconds.get(keyOf(print));
    if (occupied === undefined) return 1;
    const share = occupied.size / 60;
    return share > MAX_OCCUPANCY ? 0 : Math.min(-Math.log(1 - share) / share, MAX_WEIGHT);
  });
}
