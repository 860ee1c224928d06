/** A row of a page's order book: the text of its price cell, and the row's box in CSS px of the window. */
export interface BookCell {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A row and the prices that it stands for: from its own, which is part of it, to that of the next row on the market's
 * side, which is not. So exchanges group: bids under the lowest price of their group, asks under the highest.
 */
export interface BookRow {
  readonly price: number;
  readonly until: number;
  readonly y: number;
  readonly height: number;
}

/** Shorter lists are no order book that can be told from others. */
export const LEAST_ROWS = 6;

/** Order books draw what a window shows; a longer list is something else, or meant to cost time. */
export const MOST_ROWS = 150;

/** Longer texts are no price. */
export const MOST_PRICE_CHARACTERS = 24;

/** Rows of one column stand and measure alike, to a fraction of a pixel. */
const MOST_DIFFERENCE_PX = 1;

/** Prices of a book lie no further from the market’s own price, as a share of it: eleven rows of 1,000 dollars reach 12 %. */
const MOST_DISTANCE = 0.2;

const PRICE = /^(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,12})?$/;

/**
 * The price that a cell shows, in the page's units: digits, commas between thousands, a point before decimals, and
 * nothing else. Other spellings of numbers are read as none or as one that is far from the market.
 */
export function parseBookPrice(text: string): number | null {
  if (text.length > MOST_PRICE_CHARACTERS) return null;
  const trimmed = text.trim();
  return PRICE.test(trimmed) ? Number(trimmed.replaceAll(',', '')) : null;
}

/** Whether a price may stand in the order book of a market at `marketPrice`. */
export const isBookPrice = (price: number, marketPrice: number): boolean =>
  Math.abs(price / marketPrice - 1) <= MOST_DISTANCE;

/** A column that reads as one side of an order book. */
interface BookSide {
  /** From top to bottom. */
  readonly cells: readonly BookCell[];
  readonly prices: readonly number[];
  readonly isRising: boolean;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Null unless every cell is one price near the market's, prices fall or rise from row to row without exception, and all
 * rows are alike and equally far apart.
 */
function readSide(cells: readonly BookCell[], marketPrice: number): BookSide | null {
  if (cells.length < LEAST_ROWS || cells.length > MOST_ROWS) return null;
  const sorted = cells.toSorted((a, b) => a.y - b.y);
  const prices: number[] = [];
  for (const { text } of sorted) {
    const price = parseBookPrice(text);
    if (price === null || !isBookPrice(price, marketPrice)) return null;
    prices.push(price);
  }
  const isSorted = (sign: 1 | -1) =>
    prices.every((price, index) => index === 0 || sign * (price - (prices[index - 1] ?? NaN)) > 0);
  const isRising = isSorted(1);
  if ((!isRising && !isSorted(-1)) || !areAlike(sorted)) return null;
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)];
  return { cells: sorted, prices, isRising, lowest, highest };
}

/** The row that is nearest to the market ends after the smallest step of its side. */
function rowsOf({ cells, prices, isRising }: BookSide, isAsk: boolean): readonly BookRow[] {
  const steps = prices.slice(1).map((price, index) => Math.abs(price - (prices[index] ?? NaN)));
  const least = Math.min(...steps) * (isAsk ? -1 : 1);
  // Asks end at the next lower row, bids at the next higher one.
  const next = isAsk === isRising ? -1 : 1;
  return cells.map(({ y, height }, index) => {
    const price = prices[index] ?? NaN;
    return { price, until: prices[index + next] ?? price + least, y, height };
  });
}

/** @param sorted at least two, by height in the window */
function areAlike(sorted: readonly BookCell[]): boolean {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return false;
  const pitch = (last.y - first.y) / (sorted.length - 1);
  const isNear = (a: number, b: number) => Math.abs(a - b) <= MOST_DIFFERENCE_PX;
  return (
    first.width > 0 &&
    first.height > 2 * MOST_DIFFERENCE_PX &&
    pitch >= first.height - MOST_DIFFERENCE_PX &&
    sorted.every(
      ({ x, y, width, height }, index) =>
        isNear(x, first.x) &&
        isNear(width, first.width) &&
        isNear(height, first.height) &&
        isNear(y, first.y + index * pitch),
    )
  );
}

/**
 * The rows of a book's columns, null for a column that cannot be read.
 * @returns null where no column can be read, or where it is not certain which ones are the book: more than two, or two
 *   that share prices
 */
export function readBook(
  columns: readonly (readonly BookCell[])[],
  marketPrice: number,
): readonly (readonly BookRow[] | null)[] | null {
  const sides = columns.map((cells) => readSide(cells, marketPrice));
  const [one, other, ...more] = sides.filter((side) => side !== null);
  if (one === undefined || more.length > 0) return null;
  if (other !== undefined && one.lowest <= other.highest && other.lowest <= one.highest) return null;
  const isAsk = ({ lowest, highest }: BookSide): boolean =>
    other === undefined
      ? (lowest + highest) / 2 > marketPrice
      : highest === Math.max(one.highest, other.highest);
  return sides.map((side) => side && rowsOf(side, isAsk(side)));
}

/** What the panel can say of the marks in the page's order book. */
export type BookState =
  /** No order book whose prices can be read was found. */
  | 'searching'
  | 'ready'
  /** Read, and none of its rows lies in a band. */
  | 'clear'
  /** Behind something of the page's, or out of sight. */
  | 'hidden';
