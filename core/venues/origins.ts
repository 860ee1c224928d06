/** Match patterns of the public endpoints that the worker may read, granted at install. */
export const API_ORIGINS = [
  'https://fapi.binance.com/*',
  'https://api.bybit.com/*',
  'https://www.okx.com/*',
  'https://api.bitget.com/*',
  'https://api.gateio.ws/*',
  'https://api.hyperliquid.xyz/*',
] as const;

/** Match patterns that are asked for with one click when a feature first needs them. */
export const OPTIONAL_API_ORIGINS = [
  /** Keyless maintenance brackets of Binance USD-M. */
  'https://www.binance.com/*',
] as const;

/** Hosts of the websockets that the worker may open; they need a place in the content policy, no permission. */
export const WEBSOCKET_ORIGINS = [
  'wss://fstream.binance.com',
  'wss://stream.bybit.com',
  'wss://ws.okx.com:8443',
  'wss://ws.bitget.com',
  'wss://fx-ws.gateio.ws',
] as const;
