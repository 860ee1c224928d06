import { depthWithinOnePercent, displayedDepth, liquiditySurvival } from '../cascade/absorption.ts';
import { CASCADE_GRID } from '../cascade/cumulative.ts';
import type { MarketReport } from './market-report.ts';
import type { Depth, DepthLevel } from './observations.ts';
import type { OutlookInput } from '../report/market-outlook.ts';

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

/** Displayed dollars within 1 % of the middle of `book`, both sides; null for a book with an empty side. */
export function nearDepthUsd(book: Depth): number | null {
  const [bid, ask] = [book.bids[0], book.asks[0]];
  if (bid === undefined || ask === undefined) return null;
  const near = depthNear([book], (bid.price + ask.price) / 2);
  return near.bidWithinOnePercentUsd + near.askWithinOnePercentUsd;
}

/** Displayed dollars of all books within 1 % of `price`, by side. */
export const depthNear = (books: readonly Depth[], price: number): NonNullable<MarketReport['depth']> => ({
  bidWithinOnePercentUsd: Math.round(depthWithinOnePercent(displayedDepth(books, price, 'down'))),
  askWithinOnePercentUsd: Math.round(depthWithinOnePercent(displayedDepth(books, price, 'up'))),
});

/** One venue's part in what would absorb forced flow. */
export interface VenueLiquidity {
  /** Null where no book was polled lately. */
  readonly book: Depth | null;
  /** Median of {@link nearDepthUsd} over the last thirty days; null until enough of them is known. */
  readonly usualUsd: number | null;
  /** Coins of one side; null where unknown. */
  readonly openInterestBase: number | null;
}

/**
 * Books of all venues for a cascade. The share of the market that was polled is measured by open interest; liquidity is
 * compared with what is usual on the venues of which both is known, so that a silent venue is no loss of liquidity.
 */
export function combineLiquidity(
  venues: readonly VenueLiquidity[],
): Pick<OutlookInput, 'books' | 'coverage' | 'survival'> {
  const books = venues.flatMap(({ book }) => book ?? []);
  const openInterest = (of: readonly VenueLiquidity[]): number =>
    of.reduce((sum, { openInterestBase }) => sum + (openInterestBase ?? 0), 0);
  const polled = openInterest(venues.filter(({ book }) => book !== null));
  const whole = openInterest(venues);
  let nowUsd = 0;
  let usualUsd = 0;
  for (const { book, usualUsd: usual } of venues) {
    const near = book === null ? null : nearDepthUsd(book);
    if (near === null || usual === null) continue;
    nowUsd += near;
    usualUsd += usual;
  }
  return {
    books,
    coverage: polled > 0 ? polled / whole : 1,
    survival: usualUsd > 0 ? liquiditySurvival(nowUsd, usualUsd) : null,
  };
}
