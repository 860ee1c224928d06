import { readFileSync } from 'node:fs';
import { InputError, oneLine } from './args.ts';

/**
 * The rows of a file that holds a JSON array.
 * @param what is expected in it, in the plural
 * @throws InputError in one line that names the file
 */
export function readJsonRows(file: string, what: string): readonly unknown[] {
  let rows: unknown;
  try {
    rows = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new InputError(`${file}: ${oneLine(error)}`, { cause: error });
  }
  if (!Array.isArray(rows)) throw new InputError(`${file}: expected an array of ${what}`);
  return rows;
}
