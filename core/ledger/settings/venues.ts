import * as v from 'valibot';

import { VENUE_IDS } from '../../market/venue-id.ts';
import { INSTALLED_VENUES } from '../../venues/origins.ts';
import { many } from '../fact-list.ts';

export const venueId = v.picklist(VENUE_IDS);

/** Venues that are polled. */
export const venues = many(venueId, VENUE_IDS.length, INSTALLED_VENUES);
