import type { VenueId } from './venue-id.ts';

/** One step of a maintenance-margin table. */
export interface MaintenanceTier {
  /** Position size from which the tier holds, in the table's `basis`. */
  readonly floor: number;
  /** Position size up to which the tier holds; Infinity is not used, the last cap is the venue's limit. */
  readonly cap: number;
  /** Maintenance margin as a fraction of notional. */
  readonly maintenanceRate: number;
  /** Dollars taken off the maintenance margin so that the table is continuous; 0 where the whole position pays its tier's rate. */
  readonly deductionUsd: number;
  readonly maxLeverage: number;
}

/** A venue's maintenance tiers for one instrument. */
export interface TierTable {
  readonly venue: VenueId;
  readonly instrumentId: string;
  /** What `floor` and `cap` count: dollars of notional, or coins. */
  readonly basis: 'notional-usd' | 'size-base';
  readonly tiers: readonly MaintenanceTier[];
  /** When the table was read from the venue or compiled. */
  readonly atMs: number;
  /** `venue`: fetched from the venue; `offline`: the dated table that ships with the extension. */
  readonly source: 'venue' | 'offline';
}
