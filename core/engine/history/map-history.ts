import { cellOfUsd } from '../../market/map-cells.ts';
import { COARSE_COLUMN_S, FINE_COLUMN_S, FINE_HISTORY_S, HISTORY_S } from '../../market/map-window.ts';
import { COLUMN_REACH_BINS, type MapColumn } from './map-column.ts';

/** Bins of a kept column. */
export const COLUMN_BINS = 2 * COLUMN_REACH_BINS + 1;

/** Columns of one map, ascending in time, as they are kept: 401 bytes a column and 40 of what belongs to it. */
export interface PackedColumns {
  /** Epoch seconds. */
  readonly atS: Float64Array;
  /** USD. */
  readonly price: Float64Array;
  readonly firstBin: Int32Array;
  readonly totalLongUsd: Float64Array;
  readonly totalShortUsd: Float64Array;
  /** Bytes of column `i` from `i * COLUMN_BINS` on, as `market/map-cells.ts` has them. */
  readonly cells: Uint8Array;
}

/** Whether a column that was known at `atS` is still kept at `nowS`. */
export function isKept(atS: number, nowS: number): boolean {
  if (atS > nowS || atS <= nowS - HISTORY_S) return false;
  return atS % (atS > nowS - FINE_HISTORY_S ? FINE_COLUMN_S : COARSE_COLUMN_S) === 0;
}

/**
 * Dollars are rounded to what a byte can tell, see `market/map-cells.ts`; a bin that a column does not have is 0.
 */
export function packColumns(columns: readonly MapColumn[]): PackedColumns {
  const { length } = columns;
  const packed = {
    atS: new Float64Array(length),
    price: new Float64Array(length),
    firstBin: new Int32Array(length),
    totalLongUsd: new Float64Array(length),
    totalShortUsd: new Float64Array(length),
    cells: new Uint8Array(length * COLUMN_BINS),
  };
  columns.forEach(({ atS, price, firstBin, totalLongUsd, totalShortUsd, usd }, index) => {
    packed.atS[index] = atS;
    packed.price[index] = price;
    packed.firstBin[index] = firstBin;
    packed.totalLongUsd[index] = totalLongUsd;
    packed.totalShortUsd[index] = totalShortUsd;
    const start = index * COLUMN_BINS;
    for (let bin = 0; bin < COLUMN_BINS; bin++) packed.cells[start + bin] = cellOfUsd(usd[bin] ?? 0);
  });
  return packed;
}

/** The columns of `parts`, one after the other, that are kept at `nowS`; of two of one time the later. */
export function joinColumns(parts: readonly PackedColumns[], nowS: number): PackedColumns {
  const places = new Map<number, readonly [PackedColumns, number]>();
  for (const part of parts)
    part.atS.forEach((atS, index) => isKept(atS, nowS) && places.set(atS, [part, index]));
  const kept = [...places].toSorted(([a], [b]) => a - b).map(([, place]) => place);
  const cells = new Uint8Array(kept.length * COLUMN_BINS);
  kept.forEach(([part, index], at) =>
    cells.set(part.cells.subarray(index * COLUMN_BINS, (index + 1) * COLUMN_BINS), at * COLUMN_BINS),
  );
  const of = (name: 'atS' | 'price' | 'totalLongUsd' | 'totalShortUsd'): Float64Array =>
    Float64Array.from(kept, ([part, index]) => part[name][index] ?? NaN);
  return {
    atS: of('atS'),
    price: of('price'),
    firstBin: Int32Array.from(kept, ([part, index]) => part.firstBin[index] ?? 0),
    totalLongUsd: of('totalLongUsd'),
    totalShortUsd: of('totalShortUsd'),
    cells,
  };
}
