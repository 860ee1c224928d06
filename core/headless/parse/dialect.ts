import type { VenueId } from '../../market/venue-id.ts';

/** Venues whose answers have another's shape. */
const SHAPED_AS = { aster: 'binance' } as const satisfies Partial<Record<VenueId, VenueId>>;

/** A venue with answers of a shape of its own. */
export type Dialect = Exclude<VenueId, keyof typeof SHAPED_AS>;

/** Whose shape the answers of `venue` have. */
export const dialectOf = (venue: VenueId): Dialect =>
  venue in SHAPED_AS ? SHAPED_AS[venue as keyof typeof SHAPED_AS] : (venue as Dialect);
