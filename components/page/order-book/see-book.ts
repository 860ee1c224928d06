import { bookMarks } from './mark-rows.ts';
import type { ChartBand } from '../chart/chart-marks.ts';
import { readBook, type BookCell, type BookRow } from '../../../core/sites/order-book.ts';
import { MARK_WIDTH_PX, type MarkStrip } from './book-layer.ts';
import { isColumnCovered, sightOf, type Sight } from './book-sight.ts';
import { rowBox, textOf, type BookColumn } from './find-book.ts';

/** A column, the ancestors that cut it off, and what is kept of it from look to look. */
export interface KnownColumn extends BookColumn {
  readonly clippers: readonly Element[];
  places: Places | null;
  /** Whether something stood before its marks when that was last looked at. */
  isCovered: boolean;
}

/** Where the rows of some cells stand, and what the window leaves of them to be seen. */
interface Places {
  readonly cells: readonly Element[];
  readonly boxes: readonly DOMRect[];
  readonly sight: Sight;
  /** Left edge of the bars. */
  readonly edge: number;
}

/** What the window shows of the order book now. */
interface SeenBook {
  readonly state: 'ready' | 'clear' | 'hidden';
  /** Columns with at least one marked row. */
  readonly strips: readonly MarkStrip[];
}

/**
 * Reads the columns; null where they are not the order book of a market at `price`.
 * @param isThorough asks the browser anew where the rows stand and whether something stands before them, for which it
 *   may have to lay out the page; else only rows that came or went are looked for
 */
export function seeBook(
  columns: readonly KnownColumn[],
  { price, bands }: { readonly price: number; readonly bands: readonly ChartBand[] },
  isThorough: boolean,
): SeenBook | null {
  const places = columns.map((column) => placesOf(column, isThorough));
  const read = readBook(places.map(readCells), price);
  if (read === null) return null;
  const strips: MarkStrip[] = [];
  let hasClearColumn = false;
  let hasCoveredMarks = false;
  columns.forEach((column, index) => {
    const rows = read[index] ?? [];
    const place = places[index];
    const sight = place === undefined ? null : rowsInSight(rows, place.sight);
    if (place === undefined || sight === null) return;
    const { top, bottom } = sight;
    const marks = bookMarks(rows, bands).filter(({ y, height }) => y + height > top && y < bottom);
    if (marks.length === 0) {
      hasClearColumn = true;
      return;
    }
    if (isThorough) column.isCovered = isColumnCovered(column, sight);
    if (column.isCovered) hasCoveredMarks = true;
    else strips.push({ x: place.edge, top, bottom, marks });
  });
  if (strips.length > 0) return { state: 'ready', strips };
  return { state: hasClearColumn && !hasCoveredMarks ? 'clear' : 'hidden', strips };
}

/** The part of what is to be seen that has rows in it; null without any. */
function rowsInSight(rows: readonly BookRow[], sight: Sight): Sight | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const top = Math.max(sight.top, first.y);
  const bottom = Math.min(sight.bottom, last.y + last.height);
  return top < bottom && sight.left < sight.right ? { ...sight, top, bottom } : null;
}

function placesOf(column: KnownColumn, isThorough: boolean): Places {
  const cells = column.cells() ?? [];
  const known = column.places;
  const isSame = known?.cells.length === cells.length && cells.every((cell, at) => cell === known.cells[at]);
  if (known !== null && isSame && !isThorough) return known;
  const boxes = cells.map((cell) => rowBox(column.list, cell));
  const [cell] = cells;
  const [row] = boxes;
  const edge = cell === undefined || row === undefined ? 0 : outerEdge(row, cell.getBoundingClientRect());
  column.places = { cells, boxes, sight: sightOf(column.clippers), edge };
  return column.places;
}

const readCells = ({ cells, boxes }: Places): readonly BookCell[] =>
  boxes.map(({ x, y, width, height }, index) => {
    const cell = cells[index];
    return { text: cell === undefined ? '' : textOf(cell), x, y, width, height };
  });

/** Bars stand inside the rows, at the edge that the prices are nearer to. */
const outerEdge = (row: DOMRect, price: DOMRect): number =>
  price.left - row.left <= row.right - price.right ? row.left : row.right - MARK_WIDTH_PX;
