import { finite } from '../../market/number-schemas.ts';
import { fieldsOf } from '../../market/schemas.ts';
import { table } from './table.ts';

/** When something that is done now and then was last done: `chores` under `[name]`. */
export const chores = table({
  since: 6,
  life: 'loadable',
  isOfNoMarket: true,
  isRemembered: true,
  schema: fieldsOf({ doneAtMs: finite }),
});
