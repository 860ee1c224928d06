import type { ListeningStatus } from '../market/market-report.ts';
import type { Venue } from '../venues/venue.ts';
import { venuesOnPages } from '../ledger/leases.ts';
import type { StoragePort } from '../ledger/storage-port.ts';
import { socketVenues } from '../ledger/socket-consent.ts';

/** How each of `venues` tells its forced orders now; those that tell nobody are left out. */
export async function reportListening(
  storage: Pick<StoragePort, 'readSettings' | 'readLeases'>,
  venues: readonly Pick<Venue, 'id' | 'forcedOrderStream' | 'recentForcedOrders'>[],
  nowMs: number,
): Promise<readonly ListeningStatus[]> {
  const [settings, leases] = await Promise.all([storage.readSettings(), storage.readLeases()]);
  const bySocket = socketVenues(settings, venuesOnPages(leases, nowMs));
  return venues
    .filter((venue) => venue.forcedOrderStream !== null || venue.recentForcedOrders !== null)
    .map(({ id, forcedOrderStream, recentForcedOrders }) => ({
      venue: id,
      by:
        forcedOrderStream !== null && bySocket.includes(id)
          ? 'socket'
          : recentForcedOrders === null
            ? null
            : 'request',
    }));
}
