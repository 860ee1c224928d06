import * as v from 'valibot';

import { one } from '../fact.ts';

/** Stops and take-profits of public accounts are asked for too, and stand in the panel beside the map. */
export const waitingOrders = one(v.boolean(), false);
