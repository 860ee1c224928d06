import type { Depth, DepthLevel } from '../market/observations.ts';
import { CASCADE_GRID } from './cumulative.ts';

/** Levels nearer to each other than this log distance are kept as one; four to a step of the cascade's grid. */
const MERGED_LOG = CASCADE_GRID.logStep / 4;

/** `book` with neighbouring levels merged at the farther one's price: the same dollars on the way to each kept level. */
export function thinBook(book: Depth): Depth {
  const best = book.bids[0] ?? book.asks[0];
  if (best === undefined) return book;
  return { atMs: book.atMs, bids: thinSide(book.bids, best.price), asks: thinSide(book.asks, best.price) };
}

function thinSide(levels: readonly DepthLevel[], price: number): readonly DepthLevel[] {
  const merged: DepthLevel[] = [];
  let step = NaN;
  let usd = 0;
  for (const level of levels) {
    const own = Math.floor(Math.abs(Math.log(level.price / price)) / MERGED_LOG);
    if (own === step) merged.pop();
    else usd = 0;
    step = own;
    usd += level.price * level.quantityBase;
    merged.push({ price: level.price, quantityBase: usd / level.price });
  }
  return merged;
}
