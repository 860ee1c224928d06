import { standsIn } from './shared-columns.ts';

/** Rows of room behind a column that is copied: a day of five-minute bars. */
const ROOM = 288;

/** By the memory of columns that were grown: how many of its rows some column shows. These are never written to again. */
const shownRows = new WeakMap<ArrayBufferLike, number>();

/**
 * `column` with `tail` behind it: a longer view of the same memory where there is room, and nothing or the same stands there, so
 * that one more bar costs one more row; else a copy. `column` itself stays as it is, and neither may be changed in place.
 */
export function grownColumn(column: Float64Array, tail: Float64Array): Float64Array {
  const { buffer, byteOffset, length } = column;
  const rows = length + tail.length;
  const shown = byteOffset === 0 ? (shownRows.get(buffer) ?? 0) : 0;
  if (shown === length && rows * Float64Array.BYTES_PER_ELEMENT <= buffer.byteLength) {
    const grown = new Float64Array(buffer, 0, rows);
    grown.set(tail, length);
    shownRows.set(buffer, rows);
    return grown;
  }
  if (shown >= rows) {
    const shownAlready = new Float64Array(buffer, 0, rows);
    if (standsIn(shownAlready, length, tail)) return shownAlready;
  }
  const copy = new Float64Array(rows + ROOM).subarray(0, rows);
  copy.set(column);
  copy.set(tail, length);
  shownRows.set(copy.buffer, rows);
  return copy;
}
