import { MOST_SHOWN } from '../../../core/market/shown-position.ts';
import { MOST_CELL_CHARACTERS } from '../../../core/sites/position-table/cell-tokens.ts';
import { columnsOf, type ShownTable } from '../../../core/sites/position-table/read-table.ts';
import type { HeaderRow } from './find-table.ts';
import { isSeen, seenText } from './seen.ts';

/** Levels above the row of headers in which the rows are looked for. */
const MOST_LEVELS = 5;

/** Elements that are looked at for rows; a person's table has a few hundred. */
const MOST_ELEMENTS = 3_000;

/** A row begins below the headers, to a fraction of a pixel. */
const MOST_OVERLAP_PX = 2;

/** The table under a row of headers as a person sees it; null where there is more of it than a person has, or a row stands beside its headers. */
export function seeTable({ row, headers }: HeaderRow): ShownTable | null {
  const columns = new Set(columnsOf(headers)?.values());
  const rows = rowsUnder(row, columns);
  if (rows === null || rows.length > MOST_SHOWN) return null;
  return {
    headers,
    rows: rows.map((one) =>
      [...one.children].map((cell, index) =>
        columns.has(index) ? seenText(cell, MOST_CELL_CHARACTERS) : '',
      ),
    ),
  };
}

/** Elements with as many cells as there are headers; each cell that is read has to stand below its own header. */
function rowsUnder(header: Element, columns: ReadonlySet<number>): readonly Element[] | null {
  const boxes = [...header.children].map((cell) => cell.getBoundingClientRect());
  const bottom = header.getBoundingClientRect().bottom - MOST_OVERLAP_PX;
  const isRow = (element: Element): boolean =>
    element.childElementCount === boxes.length &&
    isSeen(element) &&
    element.getBoundingClientRect().top >= bottom;
  const isStraight = (element: Element): boolean =>
    [...columns].every((index) => isBelow(element.children[index], boxes[index]));
  let left = MOST_ELEMENTS;
  const collect = (element: Element, rows: Element[]): void => {
    for (const child of element.children) {
      left -= 1;
      if (left < 0 || rows.length > MOST_SHOWN) return;
      if (child === header) continue;
      if (isRow(child)) rows.push(child);
      else collect(child, rows);
    }
  };
  let container = header.parentElement;
  for (let level = 0; level < MOST_LEVELS && container !== null; level += 1) {
    const rows: Element[] = [];
    collect(container, rows);
    if (left < 0) return null;
    if (rows.length > 0) return rows.every(isStraight) ? rows : null;
    if (container === document.body) break;
    container = container.parentElement;
  }
  return [];
}

/** Whether the middle of one stands within the other. */
function isBelow(cell: Element | undefined, header: DOMRect | undefined): boolean {
  if (cell === undefined || header === undefined) return false;
  const { left, right } = cell.getBoundingClientRect();
  const isWithin = (x: number, from: number, until: number) => x >= from && x <= until;
  return (
    isWithin((left + right) / 2, header.left, header.right) ||
    isWithin((header.left + header.right) / 2, left, right)
  );
}
