import type { PageData } from '../page-data.ts';
import type { VenueId } from '../../../../core/market/venue-id.ts';

interface BookRow {
  readonly element: HTMLElement;
  readonly price: HTMLElement;
  readonly size: HTMLElement;
  readonly sum: HTMLElement;
}

export interface Book {
  readonly fill: (data: PageData) => void;
}

/** The elements of an order book, in the venue's own nesting. */
export interface BookMarkup {
  readonly mid: HTMLElement;
  readonly mark: HTMLElement;
  /** The row at a place of a side, from top to bottom; made where there is none yet. */
  readonly rowAt: (side: 'ask' | 'bid', index: number) => BookRow;
  /** Takes away the rows from `count` on. */
  readonly cut: (side: 'ask' | 'bid', count: number) => void;
}

interface Nesting {
  /** Makes what holds the rows of a side. */
  readonly list: (side: 'ask' | 'bid') => HTMLElement;
  readonly row: (side: 'ask' | 'bid', index: number) => BookRow;
}

/** A new element of a class with children. */
function box(className: string, ...children: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

const ROW_PX = 19;

/** Names and nesting of www.binance.com, as pages that were saved in public repositories show them. */
const BINANCE: Nesting = {
  list: (side) =>
    box(
      `orderbook-list orderbook-${side} has-overlay rows ${side}s`,
      box('orderbook-list-container', box('row-holder')),
    ),
  row: (side, index) => {
    const [price, size, sum] = [box(`${side}-light emit-price`), box('text'), box('text')];
    const content = box('row-content row', price, size, sum);
    const element = box('orderbook-progress', box('progress-container', content, box(`progress-bar`)));
    element.style.cssText = `position: absolute; left: 0; top: ${index * ROW_PX}px; width: 100%`;
    return { element, price, size, sum };
  },
};

/** Only the name of the box is known of www.okx.com; those inside are made anew with each release. */
const OKX: Nesting = {
  list: (side) => box(`index_list__Yp3zk rows ${side}s`),
  row: () => {
    const [price, size, sum] = [box('index_px__R0aCl'), box('index_sz__9mQhd'), box('index_sz__9mQhd')];
    const element = box('index_row__K2vTn row', price, size, sum, box('index_bar__Wd81q'));
    return { element, price, size, sum };
  },
};

/** No name is known of www.bybit.com and app.hyperliquid.xyz: a bar first, and each cell in a box of its own. */
const NAMELESS: Nesting = {
  list: (side) => box(`rows ${side}s`),
  row: () => {
    const [price, size, sum] = [box(''), box(''), box('')];
    const element = box('sc-bjfHbI', box('row', box('', price), box('', size), box('', sum)));
    return { element, price, size, sum };
  },
};

const NESTINGS: Partial<Record<VenueId, Nesting>> = { binance: BINANCE, okx: OKX };

export function createMarkup(host: HTMLElement, venue: VenueId): BookMarkup {
  const nesting = NESTINGS[venue] ?? NAMELESS;
  const lists = { ask: nesting.list('ask'), bid: nesting.list('bid') };
  const rows: Record<'ask' | 'bid', BookRow[]> = { ask: [], bid: [] };
  const [mid, mark] = [document.createElement('span'), document.createElement('span')];
  if (venue === 'binance') host.id = 'futuresOrderbook';
  if (venue === 'okx') host.classList.add('order-book-box');
  host.append(lists.ask, box('mid orderbook-ticker', mid, mark), lists.bid);
  const holderOf = (side: 'ask' | 'bid') =>
    lists[side].querySelector<HTMLElement>('.row-holder') ?? lists[side];
  const resize = (side: 'ask' | 'bid') => {
    if (venue === 'binance') holderOf(side).style.height = `${rows[side].length * ROW_PX}px`;
  };
  return {
    mid,
    mark,
    rowAt: (side, index) => {
      const known = rows[side][index];
      if (known !== undefined) return known;
      const row = nesting.row(side, index);
      rows[side][index] = row;
      holderOf(side).append(row.element);
      resize(side);
      return row;
    },
    cut: (side, count) => {
      for (const { element } of rows[side].splice(count)) element.remove();
      resize(side);
    },
  };
}
