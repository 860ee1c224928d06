import { SchemaError } from './errors.ts';
import { JsonLineError, parseJsonWithLines } from './json-lines.ts';
import type { SavedPosition } from './position.ts';
import {
  MOST_POSITIONS,
  positionItems,
  POSITIONS_VERSION,
  readPosition,
  type PositionsFormat,
} from './position-format.ts';

/** Positions as the text of a file. */
export const writePositionFile = (positions: readonly SavedPosition[]): string =>
  `${JSON.stringify({ version: POSITIONS_VERSION, positions } satisfies PositionsFormat, null, 2)}\n`;

/** A file's positions, or the line that is wrong and why; then nothing of it is taken. */
export type PositionFile =
  | { readonly positions: readonly SavedPosition[] }
  | { readonly line: number; readonly reason: string };

/** Reads a file of any version. */
export function readPositionFile(text: string): PositionFile {
  let lineOf = (_path: string): number => 1;
  try {
    const json = parseJsonWithLines(text.replace(/^\uFEFF/, ''));
    lineOf = json.lineOf;
    const prefix = Array.isArray(json.value) ? '' : 'positions';
    const items = positionItems(json.value);
    const positions = items.map((item, index) => readPosition(`${prefix}[${index}]`, item));
    positions.forEach(({ id }, index) => {
      if (positions.findIndex((other) => other.id === id) !== index)
        throw new SchemaError(`${prefix}[${index}].id`, 'stands twice in the file');
    });
    return { positions };
  } catch (error) {
    if (error instanceof JsonLineError) return { line: error.line, reason: error.message };
    if (error instanceof SchemaError) return { line: lineOf(error.path), reason: error.message };
    throw error;
  }
}

/**
 * The saved positions with those of a file: one of the same id takes its place, the others are added. Null where
 * there would be too many.
 */
export function mergePositions(
  saved: readonly SavedPosition[],
  imported: readonly SavedPosition[],
): readonly SavedPosition[] | null {
  const changed = saved.map((one) => imported.find(({ id }) => id === one.id) ?? one);
  const added = imported.filter(({ id }) => saved.every((one) => one.id !== id));
  const merged = [...changed, ...added];
  return merged.length > MOST_POSITIONS ? null : merged;
}
