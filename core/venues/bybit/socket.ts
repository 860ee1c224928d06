import { hosts } from './hosts.ts';

/** The public line of linear contracts, and what keeps it open. */
export const SOCKET = {
  url: `${hosts.socket}/v5/public/linear`,
  heartbeat: { text: '{"op":"ping"}', everyMs: 20_000 },
} as const;
