import { VENUE_IDS, type VenueId } from '../../../core/market/venue-id.ts';
import type { Venue } from '../../../core/venues/venue.ts';
import { createFakeVenue, type FakeVenueOptions } from './fake-venue.ts';

/** Six venues that list BTC since `listedS`; `special` sets what some of them do otherwise. */
export const createFakeVenues = (
  listedS: number,
  special: Partial<Record<VenueId, Partial<FakeVenueOptions>>> = {},
): Record<VenueId, Venue> =>
  Object.fromEntries(VENUE_IDS.map((id) => [id, createFakeVenue({ id, listedS, ...special[id] })])) as Record<
    VenueId,
    Venue
  >;
