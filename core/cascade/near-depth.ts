import type { MarketReport } from '../market/market-report.ts';
import type { Depth } from '../market/observations.ts';
import { depthWithinOnePercent, displayedDepth } from './absorption.ts';
import { CASCADE_GRID, type DistanceGrid } from './cumulative.ts';
import type { Direction } from './released-flow.ts';

/** Nothing farther than the point after 1 % is read. */
const NEAR_GRID: DistanceGrid = { ...CASCADE_GRID, length: 12 };

/** Displayed dollars within 1 % of the middle of `book`, both sides; null for a book with an empty side. */
export function nearDepthUsd(book: Depth): number | null {
  const [bid, ask] = [book.bids[0], book.asks[0]];
  if (bid === undefined || ask === undefined) return null;
  const near = depthNear([book], (bid.price + ask.price) / 2);
  return near.bidWithinOnePercentUsd + near.askWithinOnePercentUsd;
}

/** Displayed dollars of all books within 1 % of `price`, by side. */
export function depthNear(books: readonly Depth[], price: number): NonNullable<MarketReport['depth']> {
  const near = (direction: Direction): number =>
    Math.round(depthWithinOnePercent(displayedDepth(books, price, direction, 1, NEAR_GRID)));
  return { bidWithinOnePercentUsd: near('down'), askWithinOnePercentUsd: near('up') };
}
