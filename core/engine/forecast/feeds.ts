import type { ForcedOrder } from '../../market/forced-order.ts';
import type { VenueId } from '../../market/venue-id.ts';

/** A forced order of any recorded venue, also of one that the product does not poll. */
export type HeardOrder = Omit<ForcedOrder, 'venue'> & { readonly venue: string };

/** Venues whose feed shows every forced order; the others show at most one a second, so their totals are a lower bound. */
const COMPLETE_FEEDS: ReadonlySet<string> = new Set<VenueId>(['bybit', 'gate', 'hyperliquid']);

/** Whether the feed of `venue` shows every forced order. */
export const isCompleteFeed = (venue: string): boolean => COMPLETE_FEEDS.has(venue);

/** Share of the aggregated open interest that a venue holds where the caller does not know better; assumption. */
const DEFAULT_SHARES: ReadonlyMap<string, number> = new Map<VenueId, number>([
  ['binance', 0.4],
  ['bybit', 0.25],
  ['okx', 0.12],
  ['bitget', 0.1],
  ['gate', 0.08],
  ['hyperliquid', 0.05],
]);
const OTHER_SHARE = 0.05;

/** Assumed share of open interest of `venue`, 0 to 1. */
export const defaultShare = (venue: string): number => DEFAULT_SHARES.get(venue) ?? OTHER_SHARE;

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
  const keyOf = (print: HeardOrder): string => `${print.venue} ${Math.floor(print.atMs / 60_000)}`;
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
