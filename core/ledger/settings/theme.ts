import * as v from 'valibot';

import { one } from '../fact.ts';

/** `page`: as the page around the panel, or as the system. */
export const theme = one(v.picklist(['page', 'dark', 'light']), 'page');
