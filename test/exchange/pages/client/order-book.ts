import type { VenueId } from '../../../../core/market/venue-id.ts';
import type { PageData, PageLevel } from '../page-data.ts';
import { createMarkup, type Book, type BookMarkup } from './book-markup.ts';
import { offerForgeries } from './hostile-book.ts';
import { createPaintedBook } from './painted-book.ts';
import { printPrice } from './ticker.ts';

/** Ticks in a group that the page offers. */
export const TICKS = [1, 10, 100, 1000, 10_000] as const;

/** Rows a side, by what `?book=` asks for. */
export const ROWS: Readonly<Record<string, number>> = { deep: 60 };

/** The order book: plain elements as the venue nests them, or painted on a canvas, which tells no price. */
export function createBook(host: HTMLElement, venue: VenueId, variant: string): Book {
  host.dataset['book'] = variant;
  if (variant === 'canvas') return createPaintedBook(host);
  const markup = createMarkup(host, venue);
  let last: PageData | null = null;
  const { isForged } = offerForgeries(host, () => {
    if (last !== null) fill(last);
  });
  const fill = (data: PageData) => {
    last = data;
    if (isForged()) return;
    fillSide(markup, 'ask', data.asks.toReversed(), data);
    fillSide(markup, 'bid', data.bids, data);
    markup.mid.textContent = printPrice(data.price, data.digits);
    markup.mark.textContent = printPrice(data.markPrice, data.digits);
  };
  return { fill };
}

function fillSide(
  markup: BookMarkup,
  side: 'ask' | 'bid',
  levels: readonly PageLevel[],
  data: PageData,
): void {
  const sums: number[] = [];
  let sum = 0;
  for (const [, size] of side === 'ask' ? levels.toReversed() : levels) sums.push((sum += size));
  if (side === 'ask') sums.reverse();
  levels.forEach(([price, size], index) => {
    const row = markup.rowAt(side, index);
    row.price.textContent = printPrice(price, data.stepDigits);
    row.size.textContent = printSize(size);
    row.sum.textContent = printSize(sums[index]!);
    row.element.style.setProperty('--filled', `${((100 * sums[index]!) / sum).toFixed(1)}%`);
  });
  markup.cut(side, levels.length);
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

const printSize = (size: number): string =>
  size >= 1e5 ? compact.format(size) : size.toFixed(size >= 1000 ? 0 : 3);
