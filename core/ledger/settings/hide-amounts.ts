import * as v from 'valibot';

import { one } from '../fact.ts';

/** The user's own dollars and coins stand nowhere; shares, percents and prices stay. */
export const hideAmounts = one(v.boolean(), false);
