import type { Hosts } from '../hosts.ts';

/**
 * The guide names a host for the streams of another country only where accounts of that country have one.
 * @see https://bybit-exchange.github.io/docs/v5/guide and /docs/v5/ws/connect
 */
export const hosts = {
  api: 'https://api.bybit.com',
  socket: 'wss://stream.bybit.com',
  regional: [
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
} as const satisfies Hosts;
