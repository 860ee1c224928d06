import * as v from 'valibot';

import { COLUMN_BINS, type PackedColumns } from '../../engine/history/map-history.ts';
import { fieldsOf, isFiniteColumn } from '../../market/schemas.ts';
import { table } from './table.ts';

/** A day of the map's past: `mapColumns` under `[market, day since the epoch]`. */
export const mapColumns = table({
  life: 'loadable',
  isRemembered: true,
  since: 7,
  schema: fieldsOf({
    /** What the columns were made of, as the engine's state has it; of any other basis they are of no use. */
    basis: v.string(),
    columns: v.custom<PackedColumns>(isPacked),
  }),
});

function isPacked(value: unknown): boolean {
  const { atS, price, firstBin, totalLongUsd, totalShortUsd, cells } = (value ??
    {}) as Partial<PackedColumns>;
  const length = atS?.length ?? NaN;
  return (
    [atS, price, totalLongUsd, totalShortUsd].every((column) => isFiniteColumn(column, length)) &&
    firstBin instanceof Int32Array &&
    firstBin.length === length &&
    cells instanceof Uint8Array &&
    cells.length === length * COLUMN_BINS
  );
}
