import { FaultError, type FileFault } from './file-fault.ts';
import { JsonLineError, parseJsonWithLines } from './json-lines.ts';
import type { SavedPosition } from './position.ts';
import { positionItems, POSITIONS_VERSION, readPosition, type PositionsFormat } from './position-format.ts';

/** Positions as the text of a file. */
export const writePositionFile = (positions: readonly SavedPosition[]): string =>
  `${JSON.stringify({ version: POSITIONS_VERSION, positions } satisfies PositionsFormat, null, 2)}\n`;

/** A position of a file that is not taken: its place counted from 1, and which of its fields is wrong, and how. */
export interface RefusedPosition extends PositionProblem {
  readonly position: number;
  readonly line: number;
}

/** A wrong field, empty for the whole position; as text where the form has said it. */
export interface PositionProblem {
  readonly field: string;
  readonly reason: FileFault | string;
}

/** The good positions of a file and the others, or the line from which it is no file of positions and why. */
export type PositionFile =
  | { readonly positions: readonly SavedPosition[]; readonly refused: readonly RefusedPosition[] }
  | { readonly line: number; readonly field: string; readonly reason: FileFault };

/** What is wrong with a position that can be read, such as a leverage that no venue offers; null where nothing is. */
export type PositionCheck = (position: SavedPosition) => PositionProblem | null;

/** Reads a file of any version; a position that is wrong costs itself alone. */
export function readPositionFile(text: string, check: PositionCheck): PositionFile {
  let lineOf = (_path: string): number => 1;
  try {
    const json = parseJsonWithLines(text.replace(/^\uFEFF/, ''));
    lineOf = json.lineOf;
    const prefix = Array.isArray(json.value) ? '' : 'positions';
    const positions: SavedPosition[] = [];
    const refused: RefusedPosition[] = [];
    for (const [index, item] of positionItems(json.value).entries()) {
      const path = `${prefix}[${index}]`;
      const read = readOne(path, item, positions, check);
      if ('reason' in read)
        refused.push({
          position: index + 1,
          line: lineOf(read.path),
          field: read.field,
          reason: read.reason,
        });
      else positions.push(read);
    }
    return { positions, refused };
  } catch (error) {
    if (error instanceof JsonLineError) return { line: error.line, field: '', reason: error.fault };
    if (error instanceof FaultError)
      return { line: lineOf(error.path), field: error.path, reason: error.fault };
    throw error;
  }
}

interface Wrong extends PositionProblem {
  readonly path: string;
}

function readOne(
  path: string,
  item: unknown,
  before: readonly SavedPosition[],
  check: PositionCheck,
): SavedPosition | Wrong {
  try {
    const position = readPosition(path, item);
    const problem = before.some(({ id }) => id === position.id)
      ? { field: 'id', reason: { code: 'twice', figures: {} } as const }
      : check(position);
    return problem === null ? position : { path: `${path}.${problem.field}`, ...problem };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return { path: error.path, field: error.path.slice(path.length + 1), reason: error.fault };
  }
}
