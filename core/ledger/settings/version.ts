import * as v from 'valibot';

import { one } from '../fact.ts';

/** Of the form in which options are stored and written to a file. */
export const version = one(v.literal(1), 1);
