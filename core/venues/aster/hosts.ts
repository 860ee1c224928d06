import type { Hosts } from '../hosts.ts';

export const hosts = {
  api: 'https://fapi.asterdex.com',
  isOptional: true,
  tiers: 'https://www.asterdex.com',
  socket: 'wss://fstream.asterdex.com',
} as const satisfies Hosts;
