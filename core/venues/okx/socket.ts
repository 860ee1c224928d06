/** The public line, and what keeps it open. */
export const SOCKET = {
  url: 'wss://ws.okx.com:8443/ws/v5/public',
  heartbeat: { text: 'ping', everyMs: 25_000 },
} as const;
