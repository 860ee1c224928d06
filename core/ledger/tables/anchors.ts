import * as v from 'valibot';

import { CLASSES } from '../../engine/parameters.ts';
import type { StockAnchor } from '../../engine/public/stock-anchor.ts';
import { finite } from '../../market/number-schemas.ts';
import { fieldsOf, isFiniteColumn, like } from '../../market/schemas.ts';
import { table } from './table.ts';

const classes = v.custom<Float64Array>((value) => isFiniteColumn(value, CLASSES));

const side = like<StockAnchor['long']>({ weight: finite, positions: finite, known: classes, model: classes });

/** What public positions have said of the stock of leverage: `anchors` under `[market]`. */
export const anchors = table({
  life: 'record',
  isRemembered: true,
  schema: fieldsOf({
    anchor: like<StockAnchor>({
      takenAtS: finite,
      // Not counted at first; none lets the next look at positions be taken in.
      seen: v.optional(finite, 0),
      long: side,
      short: side,
    }),
  }),
});
