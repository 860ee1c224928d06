import { COMMA, type NumberStyle, POINT, readDigits } from '../../market/number-text.ts';
import type { PageMarket } from '../../market/page-market.ts';
import {
  MOST_SHOWN,
  type ShownPosition,
  type TableDoubt,
  type TableReading,
} from '../../market/shown-position.ts';
import { cellTokens, type CellToken } from './cell-tokens.ts';
import { columnOf, type Column } from './column-words.ts';
import { readRow } from './read-row.ts';
import type { RowCells } from './row-cells.ts';
import type { TableHint } from './table-hint.ts';

/** A table as a page shows it: the pieces of a cell's text stand each on a line of their own. */
export interface ShownTable {
  readonly headers: readonly string[];
  /** As many cells a row as there are headers. */
  readonly rows: readonly (readonly string[])[];
}

const NEEDED: readonly Column[] = ['contract', 'size', 'entry', 'mark', 'liquidation', 'margin'];

/** What stands under each needed header and whether headers are those of a position table; null where they are not. */
export function columnsOf(headers: readonly string[]): ReadonlyMap<Column, number> | null {
  const columns = new Map<Column, number>();
  for (const [index, header] of headers.entries()) {
    const column = columnOf(header);
    if (column === null) continue;
    if (columns.has(column)) return null;
    columns.set(column, index);
  }
  return NEEDED.every((column) => columns.has(column)) ? columns : null;
}

/**
 * The positions of a table, all of them or none: a cell that is not understood to the last sign is a doubt in the whole.
 * @param marketOf the market that the site calls by a name
 */
export function readTable(
  { headers, rows }: ShownTable,
  { hint, marketOf }: { readonly hint: TableHint; readonly marketOf: (name: string) => PageMarket | null },
): TableReading {
  const columns = columnsOf(headers);
  if (columns === null) return doubt('columns');
  if (rows.length > MOST_SHOWN) return doubt('rows');
  const read = rows.map((row) => tokensOf(row, columns));
  if (read.includes(null)) return doubt('text');
  const cells = read.filter((row) => row !== null);
  const style = numberStyleIn(cells);
  if (style === null) return doubt('numbers');
  const positions: ShownPosition[] = [];
  let leftOut = 0;
  for (const row of cells) {
    const answer = readRow(row, { hint, marketOf, numberOf: (digits) => readDigits(digits, style) ?? NaN });
    if (typeof answer === 'string') return doubt(answer);
    if (answer === null) leftOut += 1;
    else positions.push(answer);
  }
  return areConsistent(positions) ? { kind: 'read', positions, leftOut } : doubt('contradiction');
}

const doubt = (code: TableDoubt): TableReading => ({ kind: 'doubt', doubt: code });

function tokensOf(row: readonly string[], columns: ReadonlyMap<Column, number>): RowCells | null {
  const cells: Partial<Record<Column, readonly CellToken[]>> = {};
  for (const [column, index] of columns) {
    const text = row[index];
    const tokens = text === undefined ? null : cellTokens(text);
    if (tokens === null) return null;
    cells[column] = tokens;
  }
  return cells;
}

/** A page writes all its numbers in one way. @returns null where more than one is left, and they differ, or none is */
function numberStyleIn(rows: readonly RowCells[]): NumberStyle | null {
  const digits = rows.flatMap((row) =>
    Object.values(row).flatMap((tokens) =>
      tokens.flatMap((token) => ('digits' in token ? [token.digits] : [])),
    ),
  );
  const [style = null, other] = [POINT, COMMA].filter((one) =>
    digits.every((text) => readDigits(text, one) !== null),
  );
  const isSame = (one: NumberStyle) =>
    digits.every((text) => readDigits(text, one) === readDigits(text, POINT));
  return other === undefined || isSame(other) ? style : null;
}

/**
 * A position that is open has its liquidation still before it. Where both sides of a contract are held, they share one
 * price, which lies behind one of them; more than one of a side in one mode is no account of one person.
 */
function areConsistent(positions: readonly ShownPosition[]): boolean {
  const keys = positions.map(({ market, side, marginMode }) => `${market.instrument} ${side} ${marginMode}`);
  if (new Set(keys).size !== keys.length) return false;
  return positions.every(({ market, side, markPrice, liquidationPrice }) => {
    const isHedged = positions.some(
      (one) => one.market.instrument === market.instrument && one.side !== side,
    );
    if (liquidationPrice === null || isHedged) return true;
    return side === 'long' ? liquidationPrice < markPrice : liquidationPrice > markPrice;
  });
}
