import type { VenueId } from '../market/venue-id.ts';
import type { Settings } from './settings/settings.ts';

/**
 * Polled venues to which a socket may be open now: those that the user agreed to, and the one whose page is open.
 * @param pageVenues venues with an open page of their own
 */
export function socketVenues(
  { venues, listening }: Pick<Settings, 'venues' | 'listening'>,
  pageVenues: ReadonlySet<VenueId>,
): readonly VenueId[] {
  const { isAnswered, venues: agreed, ownPages } = listening;
  return venues.filter(
    (venue) => (isAnswered && agreed.includes(venue)) || (ownPages && pageVenues.has(venue)),
  );
}
