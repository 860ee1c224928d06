import {
  isBookPrice,
  LEAST_ROWS,
  MOST_PRICE_CHARACTERS,
  MOST_ROWS,
  parseBookPrice,
  readBook,
  type BookCell,
} from '../../../core/sites/order-book.ts';
import type { BookHint } from '../../../core/sites/site.ts';

/** A price column of a page's order book; its rows come and go. */
export interface BookColumn {
  /** Holds the rows and is watched. */
  readonly list: Element;
  /** The price cells of now; null where there are too many. */
  readonly cells: () => readonly Element[] | null;
}

/** What a page without a known order book is searched through at most, text nodes. */
const MOST_TEXTS = 20_000;

/** Levels between a price and the list that its row stands in. */
const MOST_LEVELS = 6;

/** More lists of prices than an order book has columns, and no certainty which ones they are. */
const MOST_COLUMNS = 8;

/** The columns that read as the order book of a market at `price`; null where there are none or too many. */
export function findBook(hint: BookHint, price: number): readonly BookColumn[] | null {
  const root = hint.root === null ? document.body : document.querySelector(hint.root);
  if (root === null) return null;
  const columns = [namedColumns(root, hint.prices), () => columnsByStructure(root, price)];
  for (const find of columns) {
    const found = find();
    const rows = found.length > MOST_COLUMNS ? null : readBook(found.map(measureColumn), price);
    if (rows !== null) return found.filter((_, index) => rows[index] !== null);
  }
  return null;
}

const namedColumns = (root: Element, selectors: readonly string[]) => (): BookColumn[] =>
  selectors.flatMap((selector) => {
    const list = listOf(root.querySelector(selector));
    const cells = () => atMost(list?.querySelectorAll(selector) ?? []);
    return list === null ? [] : [{ list, cells }];
  });

/** The nearest ancestor that holds rows, seen from a cell in one of them. */
function listOf(cell: Element | null): Element | null {
  let list = cell?.parentElement ?? null;
  for (let level = 0; level < MOST_LEVELS && list !== null; level += 1) {
    if (list.childElementCount >= LEAST_ROWS) return list;
    list = list.parentElement;
  }
  return null;
}

/** Lists whose rows have a price at the same place: a path of child numbers from the row down to it. */
function columnsByStructure(root: Element, price: number): BookColumn[] {
  const counts = new Map<Element, Map<string, number>>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let count = 0; count < MOST_TEXTS && walker.nextNode() !== null; count += 1) {
    const { parentElement: cell } = walker.currentNode;
    const shown = cell === null ? null : parseBookPrice(textOf(cell));
    if (cell === null || shown === null || !isBookPrice(shown, price)) continue;
    let path = '';
    let row = cell;
    for (let level = 0; level < MOST_LEVELS; level += 1) {
      const list = row.parentElement;
      // Longer lists are no order book, and numbering their children would take long.
      if (list === null || list.childElementCount > MOST_ROWS) break;
      if (list.childElementCount >= LEAST_ROWS) {
        const paths = counts.get(list) ?? new Map<string, number>();
        counts.set(list, paths.set(path, (paths.get(path) ?? 0) + 1));
      }
      path = `${[...list.children].indexOf(row)} ${path}`;
      row = list;
    }
  }
  return [...counts].flatMap(([list, paths]) =>
    [...paths].flatMap(([path, count]) =>
      count < LEAST_ROWS ? [] : [{ list, cells: () => cellsAt(list, path) }],
    ),
  );
}

/** The cells at a path of every row of a list; rows that are still empty are left out. */
function cellsAt(list: Element, path: string): readonly Element[] | null {
  const steps = path.split(' ').slice(0, -1).map(Number);
  const cells = atMost(list.children)?.map((row) =>
    steps.reduce<Element | undefined>((element, step) => element?.children[step], row),
  );
  return cells?.filter((cell) => cell !== undefined && cell.childNodes.length > 0) as Element[] | null;
}

const atMost = (elements: HTMLCollection | NodeListOf<Element> | readonly Element[]) =>
  elements.length > MOST_ROWS ? null : [...elements];

/** A cell's text if it is one short text and nothing else. */
export function textOf(cell: Element): string {
  const { firstChild, lastChild } = cell;
  const isOne = firstChild instanceof Text && firstChild === lastChild;
  return isOne && firstChild.length <= MOST_PRICE_CHARACTERS ? firstChild.data : '';
}

/** The box of the row that a cell stands in, the list's own child. */
export function rowBox(list: Element, cell: Element): DOMRect {
  let row = cell;
  while (row.parentElement !== null && row.parentElement !== list) row = row.parentElement;
  return row.getBoundingClientRect();
}

/** Reads texts and boxes of a column; none where there are too many. */
const measureColumn = ({ list, cells }: BookColumn): readonly BookCell[] =>
  (cells() ?? []).map((cell) => {
    const { x, y, width, height } = rowBox(list, cell);
    return { text: textOf(cell), x, y, width, height };
  });
