import type { Settings } from '../../core/ledger/settings/settings.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import type { RegionalHost } from '../../core/venues/hosts.ts';
import { chosenHost, patternOf } from '../../core/venues/regional-hosts.ts';
import type { Permissions } from '../shared/use-granted.ts';

/**
 * Whether a venue may be asked at `host` instead of where `hosts` say, or at its own for null: only as the browser allows
 * it, and going back takes the permission away.
 */
export async function mayChooseHost(
  hosts: Settings['hosts'],
  venue: VenueId,
  host: RegionalHost | null,
  turn: (permissions: Permissions, wanted: boolean) => Promise<boolean>,
): Promise<boolean> {
  const pattern = host ?? chosenHost(venue, hosts);
  return pattern === null || turn({ origins: [patternOf(pattern)] }, host !== null);
}
