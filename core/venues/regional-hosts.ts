import type { VenueId } from '../market/venue-id.ts';
import { API_ORIGIN_OF } from './origins.ts';

/** A host of a venue's own for users of other countries: the same public endpoints under the same paths. */
export interface RegionalHost {
  readonly host: string;
  /** Whom the venue names it for. */
  readonly region: string;
  /** Where its streams are; null: where those of the main host are. */
  readonly socketOrigin: string | null;
}

/**
 * What the venues document. Bybit's guide names a host for its streams only where accounts of that country have one.
 * @see https://my.okx.com/docs-v5/en/#overview-production-trading-services
 * @see https://app.okx.com/docs-v5/en/#overview-production-trading-services
 * @see https://bybit-exchange.github.io/docs/v5/guide and /docs/v5/ws/connect
 * @see https://www.gate.com/docs/developers/apiv4/ "Futures live trading alternative"
 */
export const REGIONAL_HOSTS: Readonly<Partial<Record<VenueId, readonly RegionalHost[]>>> = {
  okx: [
    {
      host: 'eea.okx.com',
      region: 'European Economic Area',
      socketOrigin: 'wss://wseea.okx.com:8443',
    },
    {
      host: 'us.okx.com',
      region: 'United States and Australia',
      socketOrigin: 'wss://wsus.okx.com:8443',
    },
  ],
  bybit: [
    { host: 'api.bybit.eu', region: 'European Economic Area', socketOrigin: null },
    { host: 'api.bybit.nl', region: 'Netherlands', socketOrigin: null },
    { host: 'api.bybit.tr', region: 'Türkiye', socketOrigin: 'wss://stream.bybit.tr' },
    { host: 'api.bybit.kz', region: 'Kazakhstan', socketOrigin: 'wss://stream.bybit.kz' },
    { host: 'api.bybitgeorgia.ge', region: 'Georgia', socketOrigin: 'wss://stream.bybitgeorgia.ge' },
    { host: 'api.bybit.ae', region: 'United Arab Emirates', socketOrigin: null },
    { host: 'api.bybit.id', region: 'Indonesia', socketOrigin: 'wss://stream.bybit.id' },
    { host: 'api.manepa.jp', region: 'Japan', socketOrigin: 'wss://stream.manepa.jp' },
    { host: 'api.bytick.com', region: 'a second name of the main host', socketOrigin: null },
  ],
  gate: [{ host: 'fx-api.gateio.ws', region: 'a second name of the main host', socketOrigin: null }],
};

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
