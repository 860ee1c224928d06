import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { InputError, note } from './args.ts';
import { splitCsv } from './csv-lines.ts';

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
  /** Of each row, whether one with the same cells came before it. */
  readonly repeated: () => readonly boolean[];
}

export interface NumberRule {
  /** Smallest value that is accepted. */
  readonly min?: number;
  readonly max?: number;
  /** What is said of a value above `max`. */
  readonly above?: string;
  /** What an empty cell stands for; without it an empty cell is an error. */
  readonly empty?: number;
  /** Every value must be greater than the one before. */
  readonly ascending?: boolean;
}

/** Prices: above zero, never so small that their logarithm is of no use, and below what anything has ever cost. */
export const PRICE: NumberRule = { min: 1e-12, max: 1e12 };
export const AMOUNT: NumberRule = { min: 0, max: 1e18 };
/** Dollars of either sign. */
export const BALANCE: NumberRule = { min: -1e18, max: 1e18 };
/** Epoch seconds up to the year 5138; what is larger counts milliseconds or less. */
export const TIME: NumberRule = { min: 0, max: 1e11, above: 'expected epoch seconds, not milliseconds' };
export const ASCENDING_TIME: NumberRule = { ...TIME, ascending: true };

/**
 * Reads a CSV file with a header line; gzip by its `.gz` ending. Rows are counted as lines, the header is row 1.
 *
 *     byte order mark, CRLF, quotes, semicolons or tabs      read, and said on standard error
 *     a column twice or missing, a row of another length     refused
 *     a quote left open, a decimal comma, a hex number       refused
 *     milliseconds, also from some row on                    refused
 *     a price or an amount that nothing ever had             refused
 *     bars out of order or twice, at an odd step             refused
 *     a price ten thousand times the one before              refused
 *     forced orders or positions twice                       counted once, and said
 *     forced orders and positions out of order               read
 *     a recording that ends long before the time asked for   refused
 *
 * Refused is an {@link InputError} of one line that names file, row and column.
 * @throws InputError where the file cannot be read, has no header, or a row has another number of cells
 */
export function readTable(file: string): Table {
  const { header, rows, oddities } = splitCsv(file, readText(file));
  if (oddities.length > 0) note(`${file}: read in spite of ${oddities.join(', ')}`);
  const cellsOf = (column: string): string[] => {
    const at = header.indexOf(column);
    if (at < 0) throw new InputError(`${file}: row 1: column ${column} is missing`);
    return rows.map((row) => (row[at] ?? '').trim());
  };
  return {
    file,
    rows: rows.length,
    has: (column) => header.includes(column),
    numbers: (column, rule = {}) => parseNumbers(file, column, cellsOf(column), rule),
    texts: (column, allowed) => checkTexts(file, column, cellsOf(column), allowed),
    repeated: findRepeated(rows),
  };
}

/** Whether each row stood in the file before, cell by cell. */
function findRepeated(rows: readonly (readonly string[])[]): () => readonly boolean[] {
  return () => {
    const seen = new Set<string>();
    return rows.map((row) => {
      const text = row.join('\n');
      const isRepeated = seen.has(text);
      seen.add(text);
      return isRepeated;
    });
  };
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** With a decimal point; hexadecimal and the like are none. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

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
    const value = DECIMAL.test(cell) ? Number(cell) : NaN;
    if (!Number.isFinite(value)) throw fail(`"${cell}" is not a number`);
    if (rule.min !== undefined && value < rule.min) throw fail(`${cell} is below ${rule.min}`);
    if (rule.max !== undefined && value > rule.max)
      throw fail(rule.above === undefined ? `${cell} is above ${rule.max}` : `${cell}: ${rule.above}`);
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
