import * as v from 'valibot';

import { fieldsOf } from '../../market/schemas.ts';
import { fault } from './fault.ts';
import { table } from './table.ts';

/** Whether a host asked to be left alone: `hosts` under `[host]`. */
export const hosts = table({
  life: 'loadable',
  isOfNoMarket: true,
  isRemembered: true,
  schema: fieldsOf({ fault: v.nullable(fault) }),
});
