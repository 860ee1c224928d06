import type { MarketReport } from '../market/market-report.ts';
import type { Depth } from '../market/observations.ts';
import { depthWithinOnePercent, displayedDepth } from './absorption.ts';

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
