import type { VenueId } from '../../../core/market/venue-id.ts';
import type { Market } from './market.ts';
import { createRandom, mixSeed, seedOfText } from './random.ts';
import { shareAt } from './venue-shares.ts';

interface BookLevel {
  readonly price: number;
  readonly quantityBase: number;
}

export interface Book {
  readonly bids: readonly BookLevel[];
  readonly asks: readonly BookLevel[];
}

/** Part of a day's volume that is displayed within 1 % of the price on one side. */
const WITHIN_ONE_PERCENT = 0.004;
/** Displayed depth grows with distance to this power. */
const DEPTH_EXPONENT = 1.16;

/** A book around the venue's price, levels some ticks apart, nearest first; the same for all who ask in the same second. */
export function bookOf(market: Market, venue: VenueId, base: string, levels: number): Book {
  const { tickSize } = market.coin(base).scenario;
  const mid = market.venuePrice(venue, base);
  const second = Math.floor(market.nowMs() / 1000);
  const dayBase = market.currentBar(base).openInterestBase * shareAt(venue, second);
  const spacing = Math.max(tickSize, mid * 0.00004);
  const side = (sign: 1 | -1): readonly BookLevel[] => {
    const random = createRandom(mixSeed(seedOfText(`${venue}${base}`), second, sign + 2));
    const rows: BookLevel[] = [];
    let ticks = sign === 1 ? Math.floor(mid / tickSize) + 1 : Math.ceil(mid / tickSize) - 1;
    let covered = 0;
    for (let index = 0; index < levels; index++) {
      const price = ticks * tickSize;
      const total = dayBase * WITHIN_ONE_PERCENT * (Math.abs(price / mid - 1) / 0.01) ** DEPTH_EXPONENT;
      const quantityBase = Math.max(total - covered, dayBase * 1e-7) * (0.4 + 1.2 * random.uniform());
      covered = Math.max(covered, total);
      rows.push({ price, quantityBase });
      ticks += sign * Math.max(1, Math.round((spacing * 2 * random.uniform()) / tickSize));
    }
    return rows;
  };
  return { bids: side(-1), asks: side(1) };
}

/** Levels that a grouped book is made from at most; wide groups of a deep book end before. */
const MOST_LEVELS = 6000;

/** The book in groups of `step` dollars a coin: bids under the lower end of their group, asks under the upper, as exchanges do. */
export function groupedBookOf(
  market: Market,
  venue: VenueId,
  base: string,
  { groups, step }: { readonly groups: number; readonly step: number },
): Book {
  const spacing = market.venuePrice(venue, base) * 0.00004;
  const book = bookOf(
    market,
    venue,
    base,
    Math.min(MOST_LEVELS, groups + Math.ceil((3 * groups * step) / spacing)),
  );
  const group = (levels: readonly BookLevel[], round: (steps: number) => number): readonly BookLevel[] => {
    const sums = new Map<number, number>();
    for (const { price, quantityBase } of levels) {
      const steps = round(Number((price / step).toFixed(6)));
      sums.set(steps, (sums.get(steps) ?? 0) + quantityBase);
    }
    return [...sums].slice(0, groups).map(([steps, quantityBase]) => ({ price: steps * step, quantityBase }));
  };
  return { bids: group(book.bids, Math.floor), asks: group(book.asks, Math.ceil) };
}
