import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';

/** Where a venue is asked. Origins without a path. */
interface Hosts {
  /** Public endpoints. */
  readonly api: string;
  /** The user is asked for it with one click: it came after the first version, and an update asks for nothing. */
  readonly isOptional?: true;
  /** Maintenance tiers, where they are on a host of its own, which is always optional. */
  readonly tiers?: string;
  /** Files of the past, on a host of its own too. */
  readonly archive?: string;
  /** Streams of forced orders; they need a place in the content policy, no permission. */
  readonly socket?: string;
}

const BINANCE_ARCHIVE = 'https://data.binance.vision';

const HOSTS: Readonly<Record<VenueId, Hosts>> = {
  binance: {
    api: 'https://fapi.binance.com',
    tiers: 'https://www.binance.com',
    archive: BINANCE_ARCHIVE,
    socket: 'wss://fstream.binance.com',
  },
  bybit: { api: 'https://api.bybit.com', socket: 'wss://stream.bybit.com' },
  okx: { api: 'https://www.okx.com', socket: 'wss://ws.okx.com:8443' },
  bitget: { api: 'https://api.bitget.com', socket: 'wss://ws.bitget.com' },
  gate: { api: 'https://api.gateio.ws' },
  hyperliquid: { api: 'https://api.hyperliquid.xyz' },
  aster: {
    api: 'https://fapi.asterdex.com',
    isOptional: true,
    tiers: 'https://www.asterdex.com',
    socket: 'wss://fstream.asterdex.com',
  },
};

const patternOf = (origin: string): string => `${origin}/*`;

/** Venues that are granted at install, and polled until the user chooses others. */
export const INSTALLED_VENUES: readonly VenueId[] = VENUE_IDS.filter((id) => HOSTS[id].isOptional !== true);

/** Match pattern of each venue's public endpoints. */
export const API_ORIGIN_OF = Object.fromEntries(
  VENUE_IDS.map((id) => [id, patternOf(HOSTS[id].api)]),
) as Readonly<Record<VenueId, string>>;

/** Those that are granted at install. */
export const API_ORIGINS: readonly string[] = INSTALLED_VENUES.map((id) => API_ORIGIN_OF[id]);

/** Match pattern of the keyless maintenance brackets of Binance USD-M. */
export const BINANCE_TIERS_ORIGIN = 'https://www.binance.com/*';

/** Match pattern of Binance's public archive. */
export const BINANCE_ARCHIVE_ORIGIN = patternOf(BINANCE_ARCHIVE);

/** Match patterns that are asked for with one click when a feature first needs them. */
export const OPTIONAL_API_ORIGINS: readonly string[] = VENUE_IDS.flatMap((id) => {
  const { isOptional, tiers, archive } = HOSTS[id];
  const beside = [tiers, archive].filter((origin) => origin !== undefined);
  return [...(isOptional ? [API_ORIGIN_OF[id]] : []), ...beside.map(patternOf)];
});

/**
 * What a socket's handshake may carry of the user, in Firefox's terms: a venue's cookies, among which a log-in may be.
 * @see https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/ read 2026-11-29
 */
export const SOCKET_DATA_KINDS = ['authenticationInfo'] as const;

/** What the address of an account is, in the same terms: whoever knows it knows what is held there. */
export const ACCOUNT_DATA_KINDS = ['financialAndPaymentInfo'] as const;

/** Hosts of the websockets that the worker may open. */
export const WEBSOCKET_ORIGINS: readonly string[] = VENUE_IDS.flatMap((id) => HOSTS[id].socket ?? []);
