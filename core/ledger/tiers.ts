import * as v from 'valibot';

import { finite } from '../market/number-schemas.ts';
import type { MaintenanceTier, TierTable } from '../market/tiers.ts';
import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import { type Fact, one } from './fact.ts';
import { byName, like, listOf } from '../market/schemas.ts';

const tier = like<MaintenanceTier>({
  floor: finite,
  cap: finite,
  maintenanceRate: finite,
  deductionUsd: finite,
  maxLeverage: finite,
});

export const tierTable = like<TierTable>({
  venue: v.picklist(VENUE_IDS),
  instrumentId: v.string(),
  basis: v.picklist(['notional-usd', 'size-base']),
  tiers: listOf(tier),
  atMs: finite,
  source: v.picklist(['venue', 'offline']),
});

export type StoredTiers = Partial<Record<VenueId, TierTable>>;

/** `local:tiers:<market>`: maintenance tiers that a market's venues publish; none until they were asked. */
export const tiers: Fact<StoredTiers> = one<StoredTiers>(byName(tierTable), {});
