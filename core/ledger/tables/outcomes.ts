import * as v from 'valibot';

import { PRIOR_LOG_SD } from '../../engine/forecast/dollars.ts';
import { finite } from '../../market/number-schemas.ts';
import { byName, column, fieldsOf, floats, isFinite, listOf } from '../../market/schemas.ts';
import { type RowOf, table } from './table.ts';

/** One side of the price, over the stretch that was reached; bins between `edges`, log distances outward. */
const side = fieldsOf({
  side: v.picklist(['long', 'short']),
  price: finite,
  edges: column,
  /** Dollars and number of forced orders, by either definition of what counts. */
  firstUsd: column,
  firstPrints: column,
  /** Dollars by first passage of each venue that had any; at first venues were not kept apart. */
  firstUsdByVenue: v.optional(byName(column), {}),
  allUsd: column,
  allPrints: column,
  /** Frozen masses of each of `names` in each bin, one name after the other. */
  masses: floats,
});

export type OutcomeSide = v.InferOutput<typeof side>;

const row = fieldsOf({
  atS: finite,
  horizonS: finite,
  /** Share of open interest of the venues that were listened to, 0 to 1. */
  heardShare: finite,
  /** As frozen: dollars for one unit of mass of `forecast`, over all venues, their spread and mean; at first none was kept. */
  usdScale: v.optional(v.nullable(finite), null),
  forcedLogSd: v.optional(finite, PRIOR_LOG_SD),
  forcedLogMean: v.optional(finite, 0),
  names: listOf(v.string()),
  sides: listOf(side),
});

/** What came of one forecast over one horizon: `outcomes` under `[market, horizonS, atS]`. */
export const outcomes = table({
  life: 'record',
  schema: v.pipe(
    row,
    v.check(({ names, sides }) => sides.every((one) => isWhole(one, names.length))),
  ),
});

export type OutcomeRow = RowOf<typeof outcomes>;

/** Whether a side has as many figures as bins. */
function isWhole(
  { edges, masses, firstUsd, firstPrints, firstUsdByVenue, allUsd, allPrints }: OutcomeSide,
  names: number,
): boolean {
  const bins = edges.length - 1;
  const isOfBins = (figures: Float64Array): boolean => figures.length === bins && figures.every(isFinite);
  return (
    masses.length === names * bins &&
    masses.every(isFinite) &&
    [firstUsd, firstPrints, allUsd, allPrints, ...Object.values(firstUsdByVenue)].every(isOfBins)
  );
}
