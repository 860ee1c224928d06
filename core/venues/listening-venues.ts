import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import { VENUES } from './registry.ts';

/** Venues that tell their forced orders over a socket. */
export const STREAMING_VENUES: readonly VenueId[] = VENUE_IDS.filter(
  (venue) => VENUES[venue].forcedOrderStream !== null,
);

/** Venues that tell them to whoever asks. */
export const ASKED_VENUES: ReadonlySet<VenueId> = new Set(
  VENUE_IDS.filter((venue) => VENUES[venue].recentForcedOrders !== null),
);
