import { isSameView } from '../market/same-view.ts';

/** Hands back the column that has been held already where it is the same as `column`, else `column`. */
export type ShareColumn = (column: Float64Array) => Float64Array;

/** Columns that may be the same again: when bars opened, and what no venue tells, of markets that begin at one time. */
const KNOWN = 6;

/** Holds columns that many series have alike once for all of them. They may not be changed in place. */
export function createSharedColumns(): ShareColumn {
  const known: Float64Array[] = [];
  return (column) => {
    const at = known.findIndex((one) => isSame(one, column));
    const [shared = column] = at < 0 ? [] : known.splice(at, 1);
    known.unshift(shared);
    known.length = Math.min(known.length, KNOWN);
    return shared;
  };
}

const isSame = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && (isSameView(a, b) || standsIn(a, 0, b));

/** Whether `chunk` stands in `column` from `first` on; a month of bars is compared, so without a call for each. */
export function standsIn(column: Float64Array, first: number, chunk: Float64Array): boolean {
  for (let row = 0; row < chunk.length; row++) if (!Object.is(chunk[row], column[first + row])) return false;
  return true;
}
