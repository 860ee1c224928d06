import { hosts } from './hosts.ts';

/** The public line, and what keeps it open. */
export const SOCKET = {
  url: `${hosts.socket}/ws/v5/public`,
  heartbeat: { text: 'ping', everyMs: 25_000 },
} as const;
