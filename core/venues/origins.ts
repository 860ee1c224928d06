import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import { hosts as aster } from './aster/hosts.ts';
import { hosts as binance } from './binance/hosts.ts';
import { hosts as bitget } from './bitget/hosts.ts';
import { hosts as bybit } from './bybit/hosts.ts';
import { hosts as gate } from './gate/hosts.ts';
import { hosts as hyperliquid } from './hyperliquid/hosts.ts';
import { hosts as okx } from './okx/hosts.ts';
import type { Hosts } from './hosts.ts';

/** Of every venue. */
export const HOSTS: Readonly<Record<VenueId, Hosts>> = {
  binance,
  bybit,
  okx,
  bitget,
  gate,
  hyperliquid,
  aster,
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
export const BINANCE_TIERS_ORIGIN = patternOf(binance.tiers);

/** Match pattern of Binance's public archive. */
export const BINANCE_ARCHIVE_ORIGIN = patternOf(binance.archive);

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
