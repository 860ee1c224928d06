import * as v from 'valibot';

import { one } from '../fact.ts';

/** Colours of longs and shorts. */
export const palette = one(v.picklist(['orange-blue', 'green-red']), 'orange-blue');
