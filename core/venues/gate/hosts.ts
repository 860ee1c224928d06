import type { Hosts } from '../hosts.ts';

/** @see https://www.gate.com/docs/developers/apiv4/ "Futures live trading alternative" */
export const hosts = {
  api: 'https://api.gateio.ws',
  regional: [{ host: 'fx-api.gateio.ws', region: 'a second name of the main host', socketOrigin: null }],
} as const satisfies Hosts;
