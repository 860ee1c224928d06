import { describe, expect, test } from 'vitest';

import { parseBookPrice, readBook, type BookCell } from '../../../core/sites/order-book.ts';

/** Rows of 20 px from y = 100 down. */
const column = (texts: readonly string[], changes: Partial<BookCell> = {}): readonly BookCell[] =>
  texts.map((text, index) => ({ text, x: 900, y: 100 + 20 * index, width: 280, height: 20, ...changes }));

const ASKS = ['90,960', '90,950', '90,940', '90,930', '90,920', '90,910'];
const BIDS = ['90,900', '90,890', '90,880', '90,870', '90,860', '90,850'];

describe('parseBookPrice', () => {
  test.each([
    ['90,912.0', 90_912],
    ['90912', 90_912],
    [' 0.00001234 ', 0.000_012_34],
    ['1,090,912.55', 1_090_912.55],
    ['0', 0],
  ])('reads %s', (text, price) => {
    expect(parseBookPrice(text)).toBe(price);
  });

  test.each([
    '',
    '--',
    '90,91',
    '90,9123',
    ',912',
    '90.912.5',
    '1e5',
    '-90,912',
    '+90,912',
    '$90,912',
    '90,912 USDT',
    '0x16340',
    'Infinity',
    'NaN',
    '٩٠',
    '1.5M',
    '90,912.',
    '1'.repeat(13),
    `90912${' '.repeat(20)}`,
  ])('takes %j for no price', (text) => {
    expect(parseBookPrice(text)).toBeNull();
  });
});

describe('readBook', () => {
  test('an ask stands for its price down to the next lower one, the lowest for the smallest step', () => {
    const texts = ['91,000', '90,970', '90,950', '90,940', '90,930', '90,920'];

    const [asks] = readBook([column(texts)], 90_912) ?? [];

    expect(asks?.map(({ price, until }) => [price, until])).toEqual([
      [91_000, 90_970],
      [90_970, 90_950],
      [90_950, 90_940],
      [90_940, 90_930],
      [90_930, 90_920],
      [90_920, 90_910],
    ]);
    expect(asks?.[1]).toMatchObject({ y: 120, height: 20 });
  });

  test('a bid stands for its price up to the next higher one, the highest for the smallest step', () => {
    const texts = ['90,900', '90,880', '90,870', '90,860', '90,850', '90,840'];

    const [bids] = readBook([column(texts)], 90_912) ?? [];

    expect(bids?.map(({ price, until }) => [price, until])).toEqual([
      [90_900, 90_910],
      [90_880, 90_900],
      [90_870, 90_880],
      [90_860, 90_870],
      [90_850, 90_860],
      [90_840, 90_850],
    ]);
  });

  test('the upper of two columns has the asks, also where our own price lags behind both', () => {
    const [asks, bids] = readBook([column(ASKS), column(BIDS)], 90_800) ?? [];

    expect(asks?.[0]).toMatchObject({ price: 90_960, until: 90_950 });
    expect(bids?.[1]).toMatchObject({ price: 90_890, until: 90_900 });
  });

  test('asks that rise downwards, beside the bids, are read too, and rows in any order of the document', () => {
    const [asks] = readBook([column(ASKS.toReversed()).toReversed()], 90_900) ?? [];

    expect(asks?.[0]).toEqual({ price: 90_910, until: 90_900, y: 100, height: 20 });
    expect(asks?.[5]).toEqual({ price: 90_960, until: 90_950, y: 200, height: 20 });
  });

  test('asks and bids are one book', () => {
    expect(readBook([column(ASKS), column(BIDS)], 90_912)?.map((rows) => rows?.length)).toEqual([6, 6]);
  });

  test('a side that cannot be read costs itself only', () => {
    expect(readBook([column(ASKS), column(['90,900'])], 90_912)?.map((rows) => rows?.length)).toEqual([
      6,
      undefined,
    ]);
  });

  const hundredFiftyOne = Array.from({ length: 151 }, (_, index) => String(90_912 - index));
  test.each([
    ['five rows', column(ASKS.slice(1))],
    ['more rows than a window shows', column(hundredFiftyOne)],
    ['a price twice', column(ASKS.with(1, '90,960'))],
    ['a price out of order', column(ASKS.with(1, '90,925'))],
    ['a word', column(ASKS.with(3, 'Spread'))],
    ['an empty cell', column(ASKS.with(3, ''))],
    ['another market’s prices', column(['3,160', '3,150', '3,140', '3,130', '3,120', '3,110'])],
    ['one price beyond a fifth of the market’s', column(ASKS.with(0, '109,100'))],
    ['rows that stand side by side', column(ASKS, { y: 100 })],
    ['rows without size, as in a list that is not shown', column(ASKS, { width: 0, height: 0, y: 0, x: 0 })],
    ['a row that is wider', column(ASKS).with(2, { ...column(ASKS)[2]!, width: 300 })],
    ['a row that is higher', column(ASKS).with(2, { ...column(ASKS)[2]!, height: 24 })],
    ['a row that is moved to the side', column(ASKS).with(2, { ...column(ASKS)[2]!, x: 904 })],
    ['a gap between rows', column(ASKS).with(5, { ...column(ASKS)[5]!, y: 230 })],
    ['rows that overlap', column(ASKS, { height: 26 })],
  ])('%s is no order book', (_what, cells) => {
    expect(readBook([cells], 90_912)).toBeNull();
  });

  test('two columns that share prices are not told apart: the book and a list of trades', () => {
    expect(readBook([column(ASKS), column(ASKS)], 90_912)).toBeNull();
  });

  test('three columns are one too many', () => {
    const orders = column(['89,600', '89,500', '89,400', '89,300', '89,200', '89,100']);

    expect(readBook([column(ASKS), column(BIDS), orders], 90_912)).toBeNull();
  });

  test('nothing is read without a price of the market', () => {
    expect(readBook([column(ASKS)], NaN)).toBeNull();
    expect(readBook([column(ASKS)], 0)).toBeNull();
    expect(readBook([], 90_912)).toBeNull();
  });
});
