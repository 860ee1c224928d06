import type { VenueId } from '../../market/venue-id.ts';
import type { Venue } from '../../venues/venue.ts';
import { marketsOnPages, venuesOnPages, watchedMarkets } from '../../ledger/leases.ts';
import type { StoragePort } from '../../ledger/storage-port.ts';
import { socketVenues } from '../../ledger/socket-consent.ts';
import { createListener, type ListenerPorts } from './listener.ts';

export interface FollowerPorts extends ListenerPorts {
  readonly storage: Pick<StoragePort, 'readLeases' | 'readSettings' | 'readPositions'>;
}

/**
 * Listens to the markets of open pages, and to all that are watched if the user asked to be listened for always, at
 * the venues that the user agreed to.
 * @returns what brings the lines in order: called after each poll
 * @throws StorageError
 */
export function createOrderFollower(
  ports: FollowerPorts,
  venues: Readonly<Record<VenueId, Pick<Venue, 'id' | 'forcedOrderStream'>>>,
): () => Promise<void> {
  const listener = createListener(ports, venues);
  const { storage, clock } = ports;
  return async () => {
    const [leases, settings] = await Promise.all([storage.readLeases(), storage.readSettings()]);
    const deviceMs = clock.deviceMs();
    const markets = settings.listenAlways
      ? watchedMarkets(leases, await storage.readPositions(), settings.watchList, deviceMs)
      : marketsOnPages(leases, deviceMs).toSorted();
    const venuesHeard = socketVenues(settings, venuesOnPages(leases, deviceMs));
    await listener.follow(markets, venuesHeard, settings.hosts);
  };
}
