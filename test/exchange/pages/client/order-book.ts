import type { PageData, PageLevel } from '../page-data.ts';
import { printPrice } from './ticker.ts';

/** Rows of plain elements, the price in the first cell, as the exchanges have them. */
export function fillBook(byId: (id: string) => HTMLElement, data: PageData): void {
  fillRows(byId('asks'), data.asks.toReversed(), data, true);
  fillRows(byId('bids'), data.bids, data, false);
  byId('mid').textContent = printPrice(data.price, data.digits);
  byId('mark').textContent = printPrice(data.markPrice, data.digits);
}

function fillRows(
  rows: HTMLElement,
  levels: readonly PageLevel[],
  data: PageData,
  isReversed: boolean,
): void {
  const sums: number[] = [];
  let sum = 0;
  for (const [, size] of isReversed ? levels.toReversed() : levels) sums.push((sum += size));
  if (isReversed) sums.reverse();
  levels.forEach(([price, size], index) => {
    const row = (rows.children[index] ?? rows.appendChild(createRow())) as HTMLElement;
    row.children[0]!.textContent = printPrice(price, data.digits);
    row.children[1]!.textContent = printSize(size);
    row.children[2]!.textContent = printSize(sums[index]!);
    row.style.setProperty('--filled', `${((100 * sums[index]!) / sum).toFixed(1)}%`);
  });
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

const printSize = (size: number): string =>
  size >= 1e5 ? compact.format(size) : size.toFixed(size >= 1000 ? 0 : 3);

function createRow(): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.append(document.createElement('span'), document.createElement('span'), document.createElement('span'));
  return row;
}
