import { expect, test } from 'vitest';

import type { Depth } from '../../../core/market/observations.ts';
import { clusterDepths } from '../../../core/report/cluster-depth.ts';

/** Bids of 1,000 USD at 99.5, 98 and 96, asks of 500 USD at 100.5 and 104. */
const book: Depth = {
  atMs: 0,
  bids: [99.5, 98, 96].map((price) => ({ price, quantityBase: 1000 / price })),
  asks: [100.5, 104].map((price) => ({ price, quantityBase: 500 / price })),
};
const longs = { side: 'long', low: 96.5, high: 99 } as const;

test('a cluster has what the books show on the way to it, and between its edges', () => {
  const depthOf = clusterDepths([book, book], 100, 1);

  // Both books: 99.5 stands before 99, 98 within; 96 lies beyond.
  expect(depthOf(longs)).toEqual({ wayUsd: 2000, withinUsd: 2000 });
  expect(depthOf({ side: 'short', low: 102, high: 103 })).toEqual({ wayUsd: 1000, withinUsd: 0 });
});

test('a cluster that holds the price has nothing on the way', () => {
  const depthOf = clusterDepths([book], 100, 1);

  expect(depthOf({ side: 'long', low: 97, high: 101 })).toEqual({ wayUsd: 0, withinUsd: 2000 });
});

test('books that are half of the market stand for twice of what they show', () => {
  expect(clusterDepths([book], 100, 0.5)(longs)).toEqual({ wayUsd: 2000, withinUsd: 2000 });
});

test('without a book or a price nothing is said', () => {
  expect(clusterDepths([], 100, 1)(longs)).toBeNull();
  expect(clusterDepths([book], null, 1)(longs)).toBeNull();
});
