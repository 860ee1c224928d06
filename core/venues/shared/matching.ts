import type * as v from 'valibot';
import type { Instrument } from '../../market/instrument.ts';
import { readAnswer, wrongValue } from './answer.ts';

/**
 * Checks that an answer is about the instrument that was asked for.
 * @throws SchemaError when the venue answered about another one
 */
export function expectSymbol(path: string, symbol: string, instrument: Instrument): void {
  if (symbol !== instrument.id) throw wrongValue(path, instrument.id, symbol);
}

/**
 * The one row about the instrument; other rows may be as odd as they like.
 * @throws SchemaError when there is none that can be read
 */
export function rowOf<S extends v.GenericSchema>(
  schema: S,
  rows: unknown,
  symbolField: string,
  instrument: Instrument,
  path: string,
): v.InferOutput<S> {
  return rowsOf(schema, rows, symbolField, instrument, path)[0];
}

/**
 * All rows about the instrument, each of which must be readable: of a table that belongs together none may be lost.
 * @throws SchemaError when there is none, or one that cannot be read
 */
export function rowsOf<S extends v.GenericSchema>(
  schema: S,
  rows: unknown,
  symbolField: string,
  instrument: Instrument,
  path: string,
): readonly [v.InferOutput<S>, ...v.InferOutput<S>[]] {
  if (!Array.isArray(rows)) throw wrongValue(path, 'a list', rows);
  const symbolOf = (row: unknown): unknown =>
    typeof row === 'object' && row !== null ? Reflect.get(row, symbolField) : undefined;
  const [first, ...rest] = rows.flatMap((row: unknown, index) =>
    symbolOf(row) === instrument.id ? [readAnswer(schema, row, `${path}.${index}`)] : [],
  );
  if (first === undefined)
    throw wrongValue(
      path,
      `a row of ${instrument.id || 'the instrument'}`,
      rows.length === 0 ? rows : symbolOf(rows[0]),
    );
  return [first, ...rest];
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
