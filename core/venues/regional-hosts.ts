import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import type { RegionalHost } from './hosts.ts';
import { API_ORIGIN_OF, HOSTS } from './origins.ts';

/** What the venues document; absent of those that have none. */
export const REGIONAL_HOSTS: Readonly<Partial<Record<VenueId, readonly RegionalHost[]>>> = Object.fromEntries(
  VENUE_IDS.flatMap((id) => {
    const { regional } = HOSTS[id];
    return regional === undefined ? [] : [[id, regional] as const];
  }),
);

/** Hosts that the user chose in place of the main ones. */
export type ChosenHosts = Readonly<Partial<Record<VenueId, string | null>>>;

/** The chosen host of a venue; null where none is chosen, or one that the venue does not have. */
export const chosenHost = (venue: VenueId, chosen: ChosenHosts = {}): RegionalHost | null =>
  REGIONAL_HOSTS[venue]?.find(({ host }) => host === chosen[venue]) ?? null;

/** Match pattern of the host that a venue is asked at. */
export function apiOriginOf(venue: VenueId, chosen?: ChosenHosts): string {
  const regional = chosenHost(venue, chosen);
  return regional === null ? API_ORIGIN_OF[venue] : patternOf(regional);
}

/** Match pattern of everything at a host. */
export const patternOf = ({ host }: RegionalHost): string => `https://${host}/*`;

const ALL_HOSTS = Object.values(REGIONAL_HOSTS).flat();

/** Match patterns that are asked for when the user chooses such a host. */
export const REGIONAL_API_ORIGINS: readonly string[] = ALL_HOSTS.map(patternOf);

/** Where their streams are. */
export const REGIONAL_WEBSOCKET_ORIGINS: readonly string[] = ALL_HOSTS.flatMap(
  ({ socketOrigin }) => socketOrigin ?? [],
);

/** An address of a venue's main host or stream as the user wants it asked; what is at no such host stays. */
export function atChosenHost(url: string, venue: VenueId, chosen?: ChosenHosts): string {
  const regional = chosenHost(venue, chosen);
  if (regional === null) return url;
  const main = API_ORIGIN_OF[venue].slice(0, -'*'.length);
  if (url.startsWith(main)) return `https://${regional.host}/${url.slice(main.length)}`;
  if (regional.socketOrigin === null || !url.startsWith('wss:')) return url;
  return `${regional.socketOrigin}${url.slice(new URL(url).origin.length)}`;
}
