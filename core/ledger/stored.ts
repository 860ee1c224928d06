import type { TierTable } from '../market/tiers.ts';
import type { VenueId } from '../market/venue-id.ts';

/** Maintenance tiers a market's venues publish; `local:tiers:<market>`. */
export type StoredTiers = Partial<Record<VenueId, TierTable>>;
