import { readFileSync } from 'node:fs';
import { InputError, oneLine } from './args.ts';

/**
 * The rows of a file that holds a JSON array, bare or under the name of what is expected.
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
  const found = Array.isArray(rows) ? rows : (rows as Readonly<Record<string, unknown>> | null)?.[what];
  if (!Array.isArray(found)) throw new InputError(`${file}: expected an array of ${what}`);
  return found;
}
