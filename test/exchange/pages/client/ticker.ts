import type { PageData, PageSite } from '../page-data.ts';

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

/** Price as the page prints it. */
export const printPrice = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

let lastPrice = 0;

/** The line above the chart, and the title of the document. */
export function fillTicker(byId: (id: string) => HTMLElement, data: PageData, site: PageSite): void {
  const last = byId('last');
  last.textContent = printPrice(data.price, data.digits);
  last.className = data.price >= lastPrice ? 'up' : 'down';
  lastPrice = data.price;
  const left = new Date(data.nextFundingMs - data.nowMs).toISOString().slice(11, 19);
  const facts: readonly (readonly [string, string, string?])[] = [
    ['Mark', printPrice(data.markPrice, data.digits)],
    ['24h Change', `${(100 * data.change24h).toFixed(2)}%`, data.change24h >= 0 ? 'up' : 'down'],
    ['24h High', printPrice(data.high24h, data.digits)],
    ['24h Low', printPrice(data.low24h, data.digits)],
    ['24h Volume(USDT)', compact.format(data.volume24hUsd)],
    ['Open Interest(USDT)', compact.format(data.openInterestUsd)],
    ['Funding (8h) / Countdown', `${(100 * data.fundingRate8h).toFixed(4)}% / ${left}`],
  ];
  const list = byId('facts');
  facts.forEach(([name, value, kind], index) => {
    const item = list.children[index] ?? list.appendChild(createFact());
    item.children[0]!.textContent = name;
    item.children[1]!.textContent = value;
    item.children[1]!.className = kind ?? '';
  });
  document.title = site.titleFormat
    .replace('{price}', printPrice(data.price, data.digits))
    .replace('{symbol}', data.symbol);
}

function createFact(): HTMLElement {
  const item = document.createElement('div');
  item.append(document.createElement('dt'), document.createElement('dd'));
  return item;
}
