import { expect, test } from 'vitest';

import { bookMarks } from '../../../components/page/order-book/mark-rows.ts';

/** Bids in rows of 20 px and 100 dollars, the first for 90,500 to 90,600. */
const BIDS = [90_500, 90_400, 90_300, 90_200].map((price, index) => ({
  price,
  until: price + 100,
  y: 20 * index,
  height: 20,
}));

const band = (side: 'long' | 'short', low: number, high: number, share = 1) => ({
  side,
  low,
  peak: low,
  high,
  usd: 1e9,
  share,
});

test('a bid is marked from its own price on and short of the next', () => {
  // 90,200 to 90,300 ends where the band begins; 90,400 begins where it ends, and is in it.
  const marks = bookMarks(BIDS, [band('long', 90_300, 90_400, 0.5)]);

  expect(marks).toEqual([
    { y: 20, height: 20, side: 'long', share: 0.5 },
    { y: 40, height: 20, side: 'long', share: 0.5 },
  ]);
});

test('an ask is marked from its own price down and short of the next', () => {
  const asks = [91_300, 91_200, 91_100].map((price, index) => ({
    price,
    until: price - 100,
    y: 20 * index,
    height: 20,
  }));

  // 91,300 down to 91,200 ends where the band ends; 91,100 is where it begins.
  expect(bookMarks(asks, [band('short', 91_100, 91_200)]).map(({ y }) => y)).toEqual([20, 40]);
});

test('a band inside one row marks that row', () => {
  expect(bookMarks(BIDS, [band('short', 90_540, 90_560)])).toMatchObject([{ y: 0, side: 'short' }]);
});

test('where two bands meet in a row, the larger one gives its colour', () => {
  const marks = bookMarks(BIDS, [band('long', 90_210, 90_220, 0.9), band('short', 90_280, 90_290, 0.3)]);

  expect(marks).toEqual([{ y: 60, height: 20, side: 'long', share: 0.9 }]);
});

test('no band, no mark', () => {
  expect(bookMarks(BIDS, [])).toEqual([]);
  expect(bookMarks(BIDS, [band('long', 80_000, 85_000)])).toEqual([]);
});
