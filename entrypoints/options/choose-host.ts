import type { Settings } from '../../core/ledger/stored.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import { chosenHost, patternOf, type RegionalHost } from '../../core/venues/regional-hosts.ts';
import type { Permissions } from './use-granted.ts';

/**
 * What `hosts` are once a venue is asked at `host`, or at its own for null: only as the browser allows it, and going
 * back takes the permission away. Null where the user said no.
 */
export async function chooseHost(
  hosts: Settings['hosts'],
  venue: VenueId,
  host: RegionalHost | null,
  turn: (permissions: Permissions, wanted: boolean) => Promise<boolean>,
): Promise<NonNullable<Settings['hosts']> | null> {
  const pattern = host ?? chosenHost(venue, hosts);
  if (pattern !== null && !(await turn({ origins: [patternOf(pattern)] }, host !== null))) return null;
  const { [venue]: _former, ...others } = hosts ?? {};
  return host === null ? others : { ...others, [venue]: host.host };
}
