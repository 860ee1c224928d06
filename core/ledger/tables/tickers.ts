import * as v from 'valibot';

import { finite } from '../../market/number-schemas.ts';
import { column, fieldsOf, floats } from '../../market/schemas.ts';
import { type RowOf, table } from './table.ts';

/** So long what venues said of all their perpetuals is kept, hours. */
export const TICKERS_KEPT_HOURS = 7 * 24;

const columns = fieldsOf({
  atMs: finite,
  /** The venue's names of the contracts, which hold no blank, with a blank between. */
  ids: v.string(),
  price: floats,
  openInterestBase: floats,
  fundingRate8h: floats,
  turnoverUsd: floats,
  /** Of the last answer alone. */
  dayChange: v.exactOptional(floats),
  nextFundingAtMs: v.exactOptional(column),
});

/**
 * What a venue said of all its perpetuals in one answer, a column a figure and a place in each a contract; NaN is what it did
 * not tell. `tickers` under `[venue, 'now']` the last answer, under `[venue, hours since the epoch]` the first of that hour.
 */
export const tickers = table({
  since: 8,
  life: 'loadable',
  isOfNoMarket: true,
  schema: v.pipe(columns, v.check(isOfOneLength)),
});

export type TickersRow = RowOf<typeof tickers>;

function isOfOneLength(row: v.InferOutput<typeof columns>): boolean {
  const { length } = row.ids.split(' ');
  return Object.values(row).every(
    (value) => !(value instanceof Float32Array || value instanceof Float64Array) || value.length === length,
  );
}
