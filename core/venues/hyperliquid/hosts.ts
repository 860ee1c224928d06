import type { Hosts } from '../hosts.ts';

export const hosts = { api: 'https://api.hyperliquid.xyz' } as const satisfies Hosts;
