import * as v from 'valibot';

import { PRIOR_LOG_SD } from '../../engine/forecast/dollars.ts';
import { RELATIVE_BINS } from '../../engine/forecast/relative-lattice.ts';
import { finite } from '../../market/number-schemas.ts';
import { fieldsOf, floats, isFinite, listOf } from '../../market/schemas.ts';
import { type RowOf, table } from './table.ts';

const row = fieldsOf({
  atS: finite,
  price: finite,
  /** Dollars for one unit of mass of `forecast`, as it was believed then. */
  usdScale: finite,
  /** Spread and mean of ln(realised / expected dollars) that were believed then; at first neither was kept. */
  forcedLogSd: v.optional(finite, PRIOR_LOG_SD),
  forcedLogMean: v.optional(finite, 0),
  names: listOf(v.string()),
  densities: floats,
});

/**
 * A forecast as it stood before its outcome: `forecasts` under `[market, atS]`. `densities` holds for each of `names`
 * the density by scoring bin of 25 bp, 20 % of log price, first for longs and then for shorts.
 */
export const forecasts = table({
  life: 'record',
  schema: v.pipe(
    row,
    v.check(
      ({ names, densities }) =>
        densities.length === names.length * 2 * RELATIVE_BINS && densities.every(isFinite),
    ),
  ),
});

export type ForecastRow = RowOf<typeof forecasts>;
