import { finite } from '../../market/number-schemas.ts';
import { fieldsOf } from '../../market/schemas.ts';
import { table } from './table.ts';

/** When a market was last asked for: `markets` under `[market]`. */
export const markets = table({
  life: 'record',
  schema: fieldsOf({ watchedAtMs: finite }),
  migrations: [
    // Rows named by blanks dated what is done now and then.
    { version: 6, isGone: ([market]) => String(market).trim() === '' },
  ],
});
