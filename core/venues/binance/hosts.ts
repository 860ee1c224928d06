import type { Hosts } from '../hosts.ts';

export const hosts = {
  api: 'https://fapi.binance.com',
  tiers: 'https://www.binance.com',
  archive: 'https://data.binance.vision',
  socket: 'wss://fstream.binance.com',
} as const satisfies Hosts;
