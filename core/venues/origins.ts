import type { VenueId } from '../market/venue-id.ts';

/** Match pattern of each venue's public endpoints, granted at install. */
export const API_ORIGIN_OF: Readonly<Record<VenueId, string>> = {
  binance: 'https://fapi.binance.com/*',
  bybit: 'https://api.bybit.com/*',
  okx: 'https://www.okx.com/*',
  bitget: 'https://api.bitget.com/*',
  gate: 'https://api.gateio.ws/*',
  hyperliquid: 'https://api.hyperliquid.xyz/*',
};

export const API_ORIGINS: readonly string[] = Object.values(API_ORIGIN_OF);

/** Match patterns that are asked for with one click when a feature first needs them. */
export const OPTIONAL_API_ORIGINS = [
  /** Keyless maintenance brackets of Binance USD-M. */
  'https://www.binance.com/*',
] as const;

/**
 * What a socket's handshake may carry of the user, in Firefox's terms: a venue's cookies, among which a log-in may be.
 * @see https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/ read 2026-11-29
 */
export const SOCKET_DATA_KINDS = ['authenticationInfo'] as const;

/** Hosts of the websockets that the worker may open; they need a place in the content policy, no permission. */
export const WEBSOCKET_ORIGINS = [
  'wss://fstream.binance.com',
  'wss://stream.bybit.com',
  'wss://ws.okx.com:8443',
  'wss://ws.bitget.com',
] as const;
