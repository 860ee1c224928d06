import type { Instrument } from '../../market/instrument.ts';
import { wrongValue } from './answer.ts';

/**
 * Checks that an answer is about the instrument that was asked for.
 * @throws SchemaError when the venue answered about another one
 */
export function expectSymbol(path: string, symbol: string, instrument: Instrument): void {
  if (symbol !== instrument.id) throw wrongValue(path, instrument.id, symbol);
}

/**
 * The one row about the instrument.
 * @throws SchemaError when there is none
 */
export function rowOf<T>(
  rows: readonly T[],
  symbolOf: (row: T) => string,
  instrument: Instrument,
  path: string,
): T {
  const row = rows.find((candidate) => symbolOf(candidate) === instrument.id);
  if (row === undefined) {
    const first = rows[0];
    throw wrongValue(path, `a row of ${instrument.id}`, first === undefined ? rows : symbolOf(first));
  }
  return row;
}

/**
 * The latest row of a list that may come in either order.
 * @throws SchemaError when the list is empty
 */
export function latest<T>(rows: readonly T[], timeOf: (row: T) => number, path: string): T {
  const [first, ...rest] = rows;
  if (first === undefined) throw wrongValue(path, 'at least one row', rows);
  return rest.reduce((best, row) => (timeOf(row) > timeOf(best) ? row : best), first);
}
