import * as v from 'valibot';

import { VENUE_IDS } from '../../market/venue-id.ts';
import { one } from '../fact.ts';

/** On whose page a coin of the watch list is opened, where that venue lists it. */
export const tradeAt = one(v.picklist(VENUE_IDS), 'binance');
