import { say } from '../../core/i18n/say-page.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import type { RegionalHost } from '../../core/venues/hosts.ts';
import { chosenHost, type ChosenHosts, REGIONAL_HOSTS } from '../../core/venues/regional-hosts.ts';

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
  const used = chosenHost(venue, chosen);
  if (used !== null)
    return (
      <p class="row">
        <span class="secondary">{say('hosts.used', { venue, ...used })}</span>
        <button
          type="button"
          class="button"
          aria-label={say('hosts.use-main.venue', { venue })}
          onClick={() => onHost(venue, null)}
        >
          {say('hosts.use-main')}
        </button>
      </p>
    );
  return (
    <details open={isOpen}>
      <summary class="secondary">{say('hosts.refused', { venue })}</summary>
      <p class="secondary">{say('hosts.about', { venue })}</p>
      <ul>
        {hosts.map((host) => (
          <li class="row" key={host.host}>
            <span>
              {host.host} <span class="secondary">({host.region})</span>
            </span>
            <button
              type="button"
              class="button"
              aria-label={say('hosts.use.host', { host: host.host })}
              onClick={() => onHost(venue, host)}
            >
              {say('hosts.use')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
