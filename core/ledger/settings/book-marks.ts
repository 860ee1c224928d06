import * as v from 'valibot';

import { one } from '../fact.ts';

/** Rows of a page's order book that lie in a band get a mark. */
export const bookMarks = one(v.boolean(), false);
