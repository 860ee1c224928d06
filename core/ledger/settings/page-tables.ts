import { VENUE_IDS } from '../../market/venue-id.ts';
import { many } from '../fact-list.ts';
import { venueId } from './venues.ts';

/** Sites whose own table of positions is read on their pages; each is the user's to switch on. */
export const pageTables = many(venueId, VENUE_IDS.length, []);
