import * as v from 'valibot';
import { SchemaError } from '../../market/errors.ts';
import { readAnswer, wrongValue } from './answer.ts';

/**
 * What `toValue` makes of each row of a list that the schema reads. A row that cannot be read, or that `toValue` refuses,
 * costs itself only; a list without one good row is refused for its first.
 * @throws SchemaError for what is no list, or a list of odd rows alone
 */
export function readRows<S extends v.GenericSchema, T>(
  schema: S,
  json: unknown,
  root: string,
  toValue: (row: v.InferOutput<S>, path: string) => T,
): readonly T[] {
  if (!Array.isArray(json)) throw wrongValue(root, 'a list', json);
  const values: T[] = [];
  let odd: SchemaError | null = null;
  json.forEach((row: unknown, index) => {
    const path = `${root}.${index}`;
    try {
      values.push(toValue(readAnswer(schema, row, path), path));
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      odd ??= error;
    }
  });
  if (values.length === 0 && odd !== null) throw odd as SchemaError;
  return values;
}

/** The rows of a list that look like what the schema wants, as they came; others are of no concern. @throws SchemaError for what is no list */
export function rowsLike<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  root: string,
): readonly v.InferInput<S>[] {
  if (!Array.isArray(json)) throw wrongValue(root, 'a list', json);
  return json.filter((row: unknown) => v.is(schema, row));
}
