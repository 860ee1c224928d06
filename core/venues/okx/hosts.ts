import type { Hosts } from '../hosts.ts';

/**
 * @see https://my.okx.com/docs-v5/en/#overview-production-trading-services
 * @see https://app.okx.com/docs-v5/en/#overview-production-trading-services
 */
export const hosts = {
  api: 'https://www.okx.com',
  socket: 'wss://ws.okx.com:8443',
  regional: [
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
} as const satisfies Hosts;
