import { finite } from '../../market/number-schemas.ts';
import { fieldsOf } from '../../market/schemas.ts';
import { table } from './table.ts';

/**
 * A warning that has still to go out by a messenger: `deliveries` under `[market, id of the warning, messenger]`. Written
 * with what the rules remember, removed once it has arrived.
 */
export const deliveries = table({
  since: 9,
  life: 'record',
  isRemembered: true,
  schema: fieldsOf({ queuedAtMs: finite }),
});
