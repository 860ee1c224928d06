import { describe, expect, test } from 'vitest';

import type { Depth } from '../../../core/market/observations.ts';
import { combineLiquidity } from '../../../core/report/liquidity.ts';
import { depthNear, nearDepthUsd } from '../../../core/cascade/near-depth.ts';
import { thinBook } from '../../../core/cascade/thin-book.ts';

/** Levels of 1 coin, 0.01 % apart, to 2 % on either side of 100. */
const side = (sign: 1 | -1) =>
  Array.from({ length: 200 }, (_, index) => ({
    price: 100 * (1 + (sign * (index + 1)) / 10_000),
    quantityBase: 1,
  }));
const book: Depth = { atMs: 0, bids: side(-1), asks: side(1) };

describe('a thinned book', () => {
  test('has fewer levels and the same dollars on the way to each of them', () => {
    const thin = thinBook(book);

    expect(thin.bids.length).toBeLessThan(100);
    expect(thin.bids.at(-1)?.price).toBe(book.bids.at(-1)?.price);
    const usd = (levels: Depth['bids'], to: number): number =>
      levels
        .filter(({ price }) => price >= to)
        .reduce((sum, { price, quantityBase }) => sum + price * quantityBase, 0);
    for (const { price } of thin.bids) expect(usd(thin.bids, price)).toBeCloseTo(usd(book.bids, price), 6);
  });

  test('without a bid stays as it is', () => {
    expect(thinBook({ atMs: 0, bids: [], asks: [] })).toEqual({ atMs: 0, bids: [], asks: [] });
  });
});

describe('depth near the price', () => {
  test('counts what lies within 1 %', () => {
    // A hundred levels of about 99.5 and 100.5 dollars within 1 % of each side; the grid rounds by a level.
    const { bidWithinOnePercentUsd, askWithinOnePercentUsd } = depthNear([book], 100);
    expect(Math.abs(bidWithinOnePercentUsd - 9_950)).toBeLessThan(150);
    expect(Math.abs(askWithinOnePercentUsd - 10_050)).toBeLessThan(150);
    expect(nearDepthUsd(book)).toBeCloseTo(20_000, -3);
  });

  test('of a book with an empty side is unknown', () => {
    expect(nearDepthUsd({ ...book, asks: [] })).toBeNull();
  });
});

describe('liquidity of all venues', () => {
  const usualUsd = 2 * (nearDepthUsd(book) ?? NaN);

  test('is measured against what is usual where both is known', () => {
    const { survival } = combineLiquidity([
      { book, usualUsd, openInterestBase: 10 },
      { book, usualUsd: null, openInterestBase: 10 },
      { book: null, usualUsd: 1e9, openInterestBase: 10 },
    ]);
    expect(survival).toBeCloseTo(0.5, 9);
  });

  test('tells which share of the market was polled', () => {
    const { coverage, books } = combineLiquidity([
      { book, usualUsd, openInterestBase: 30 },
      { book: null, usualUsd, openInterestBase: 10 },
    ]);
    expect(coverage).toBe(0.75);
    expect(books).toHaveLength(1);
  });

  test('without any book is unknown, and latent liquidity stands alone', () => {
    expect(combineLiquidity([{ book: null, usualUsd: null, openInterestBase: 5 }])).toEqual({
      books: [],
      coverage: 1,
      survival: null,
    });
  });
});
