import { columnOf, MOST_HEADER_CHARACTERS } from '../../../core/sites/position-table/column-words.ts';
import { columnsOf } from '../../../core/sites/position-table/read-table.ts';
import { isSeen, seenText } from './seen.ts';

/** The headers of a table, which stand in one row. */
export interface HeaderRow {
  readonly row: Element;
  readonly headers: readonly string[];
}

/** What a page is searched through at most, text nodes. */
const MOST_TEXTS = 20_000;

/** Levels between a header's text and the row that it stands in. */
const MOST_LEVELS = 8;

/** A position table has no fewer and no more columns. */
const LEAST_COLUMNS = 6;
const MOST_COLUMNS = 30;

/** More words like a header of liquidation are no page of an exchange. */
const MOST_CANDIDATES = 12;

/** The rows of headers that name all that a position table has to. */
export function findHeaders(): readonly HeaderRow[] {
  const found = new Map<Element, HeaderRow>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let candidates = 0;
  for (let count = 0; count < MOST_TEXTS && candidates < MOST_CANDIDATES; count += 1) {
    const text = walker.nextNode() as Text | null;
    if (text === null) break;
    if (text.length > MOST_HEADER_CHARACTERS || columnOf(text.data) !== 'liquidation') continue;
    candidates += 1;
    const header = headerAround(text);
    if (header !== null) found.set(header.row, header);
  }
  return [...found.values()];
}

function headerAround(text: Text): HeaderRow | null {
  let row = text.parentElement?.parentElement ?? null;
  for (let level = 0; level < MOST_LEVELS && row !== null; level += 1) {
    if (row.childElementCount >= LEAST_COLUMNS && row.childElementCount <= MOST_COLUMNS) {
      const headers = headersOf(row);
      if (headers !== null) return { row, headers };
    }
    row = row.parentElement;
  }
  return null;
}

/** The headers in a row; null where they are not those of a position table that a person sees. */
export function headersOf(row: Element): readonly string[] | null {
  const headers = [...row.children].map((cell) => (isSeen(cell) ? headerText(cell) : ''));
  return columnsOf(headers) === null ? null : headers;
}

/** The first piece is the header; others are units, and buttons to sort by. */
const headerText = (cell: Element): string => seenText(cell, MOST_HEADER_CHARACTERS).split('\n')[0] ?? '';
