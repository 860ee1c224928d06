import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import {
  chosenHost,
  type ChosenHosts,
  REGIONAL_HOSTS,
  type RegionalHost,
} from '../../core/venues/regional-hosts.ts';

interface RegionalHostsProps {
  readonly venue: VenueId;
  readonly chosen: ChosenHosts | undefined;
  /** Whether the hosts are what the user came for. */
  readonly isOpen: boolean;
  /** Asks for access to a host and uses it from then on; null goes back to the main one. */
  readonly onHost: (venue: VenueId, host: RegionalHost | null) => void;
}

/** A venue's other hosts, for users whom its main one refuses; nothing for a venue that documents none. */
export function RegionalHosts({ venue, chosen, isOpen, onHost }: RegionalHostsProps) {
  const hosts = REGIONAL_HOSTS[venue];
  if (hosts === undefined) return null;
  const name = VENUE_NAMES[venue];
  const used = chosenHost(venue, chosen);
  if (used !== null)
    return (
      <p class="row">
        <span class="secondary">
          {name} is asked at {used.host} ({used.region})
        </span>
        <button type="button" class="button" onClick={() => onHost(venue, null)}>
          Use the main host<span class="visually-hidden"> of {name}</span>
        </button>
      </p>
    );
  return (
    <details open={isOpen}>
      <summary class="secondary">If {name} refuses your region</summary>
      <p class="secondary">
        {name} has hosts for other countries. They may list fewer markets. The one you choose is asked in
        place of the main one, with the same few requests.
      </p>
      <ul>
        {hosts.map((host) => (
          <li class="row" key={host.host}>
            <span>
              {host.host} <span class="secondary">({host.region})</span>
            </span>
            <button type="button" class="button" onClick={() => onHost(venue, host)}>
              Use<span class="visually-hidden"> {host.host}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
