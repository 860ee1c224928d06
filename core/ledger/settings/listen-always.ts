import * as v from 'valibot';

import { one } from '../fact.ts';

/** Forced orders are listened to without an open exchange page too, for as long as the browser runs. */
export const listenAlways = one(v.boolean(), false);
