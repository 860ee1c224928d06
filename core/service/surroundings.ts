import type { Ports } from '../ledger/ports.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { HostGates } from '../sources/host-gate.ts';
import type { Venue } from '../venues/venue.ts';

/** What a part of the service works with that asks venues. */
export interface Surroundings {
  readonly ports: Ports;
  readonly gate: HostGates;
  readonly venues: Readonly<Record<VenueId, Venue>>;
}

/** And knows what is watched. */
export interface WatchSurroundings extends Surroundings {
  /** Markets that are watched now. */
  readonly watched: () => Promise<readonly string[]>;
}
