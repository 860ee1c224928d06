import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { InputError } from './args.ts';

/** Columns of a table by name, all of `rows` cells. */
export interface Table {
  readonly file: string;
  readonly rows: number;
  readonly has: (column: string) => boolean;
  /**
   * Numbers of a column; an empty cell is `empty`, or an error where `empty` is not given.
   * @throws InputError naming file, row and column
   */
  readonly numbers: (column: string, rule?: NumberRule) => Float64Array;
  /** Trimmed texts of a column. @throws InputError if a text is not one of `allowed` */
  readonly texts: (column: string, allowed?: readonly string[]) => readonly string[];
}

export interface NumberRule {
  /** Smallest value that is accepted. */
  readonly min?: number;
  /** What an empty cell stands for; without it an empty cell is an error. */
  readonly empty?: number;
  /** Every value must be greater than the one before. */
  readonly ascending?: boolean;
}

/** Prices: above zero, and never so small that their logarithm is of no use. */
export const PRICE: NumberRule = { min: 1e-12 };
export const AMOUNT: NumberRule = { min: 0 };
export const TIME: NumberRule = { min: 0 };
export const ASCENDING_TIME: NumberRule = { min: 0, ascending: true };

/**
 * Reads a CSV file with a header line; gzip by its `.gz` ending. Rows are counted as lines, the header is row 1.
 * @throws InputError where the file cannot be read, has no header, or a row has another number of cells
 */
export function readTable(file: string): Table {
  const lines = readText(file).split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  const header = lines.shift()?.split(',');
  if (header === undefined) throw new InputError(`${file}: row 1: empty file, expected a header`);
  const names = header.map((name) => name.trim());
  const cells = lines.map((line, index) => {
    const row = line.split(',');
    if (row.length !== names.length) {
      throw new InputError(`${file}: row ${index + 2}: ${row.length} cells, the header has ${names.length}`);
    }
    return row;
  });
  const cellsOf = (column: string): string[] => {
    const at = names.indexOf(column);
    if (at < 0) throw new InputError(`${file}: row 1: column ${column} is missing`);
    return cells.map((row) => (row[at] ?? '').trim());
  };
  return {
    file,
    rows: cells.length,
    has: (column) => names.includes(column),
    numbers: (column, rule = {}) => parseNumbers(file, column, cellsOf(column), rule),
    texts: (column, allowed) => checkTexts(file, column, cellsOf(column), allowed),
  };
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function parseNumbers(
  file: string,
  column: string,
  cells: readonly string[],
  rule: NumberRule,
): Float64Array {
  const values = new Float64Array(cells.length);
  cells.forEach((cell, index) => {
    const fail = (reason: string) => new InputError(`${file}: row ${index + 2}, column ${column}: ${reason}`);
    if (cell === '') {
      if (rule.empty === undefined) throw fail('empty');
      values[index] = rule.empty;
      return;
    }
    const value = Number(cell);
    if (!Number.isFinite(value)) throw fail(`"${cell}" is not a number`);
    if (rule.min !== undefined && value < rule.min) throw fail(`${cell} is below ${rule.min}`);
    if (rule.ascending && index > 0 && value <= (values[index - 1] ?? 0)) {
      throw fail(`${cell} is not after the row before`);
    }
    values[index] = value;
  });
  return values;
}

function checkTexts(
  file: string,
  column: string,
  cells: readonly string[],
  allowed: readonly string[] | undefined,
): readonly string[] {
  const bad = allowed === undefined ? -1 : cells.findIndex((cell) => !allowed.includes(cell));
  if (bad >= 0) {
    throw new InputError(
      `${file}: row ${bad + 2}, column ${column}: "${cells[bad]}" is not one of ${allowed?.join(', ')}`,
    );
  }
  return cells;
}
