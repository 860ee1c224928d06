import type { Hosts } from '../hosts.ts';

export const hosts = {
  api: 'https://api.bitget.com',
  socket: 'wss://ws.bitget.com',
} as const satisfies Hosts;
