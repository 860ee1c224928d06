import * as v from 'valibot';

import { one } from '../fact.ts';

/** Positions of the user stand as lines on the chart of their venue's page. */
export const ownLines = one(v.boolean(), true);
