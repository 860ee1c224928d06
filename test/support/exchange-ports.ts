import { WebSocket } from 'ws';

import { createHttp } from '../../core/io/http.ts';
import { createSockets } from '../../core/io/sockets.ts';
import type { LiveEffects } from '../../core/headless/live-effects.ts';
import { ask } from '../exchange/server/ask.ts';

/**
 * Ports whose every host is the simulated exchange on `port`.
 * @param longestSleepMs what is waited for longer is not waited for to the end
 */
export function exchangePorts(port: number, longestSleepMs: number): LiveEffects {
  const fetchThere = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const answer = await ask(port, url, body, init.headers as Record<string, string>);
    return new Response(answer.bytes, { status: answer.status });
  };
  class MappedSocket extends WebSocket {
    constructor(url: string) {
      const { host, pathname } = new URL(url);
      super(`wss://127.0.0.1:${port}${pathname}`, { headers: { host }, rejectUnauthorized: false });
      // As in a browser, a line that is refused closes; it throws nowhere.
      this.on('error', () => {});
    }
  }
  return {
    http: createHttp({
      fetch: fetchThere as typeof fetch,
      clock: { nowMs: Date.now, deviceMs: Date.now, hear: () => {} },
      isAllowed: async () => true,
    }),
    sockets: createSockets(MappedSocket as unknown as typeof globalThis.WebSocket),
    nowMs: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, longestSleepMs))),
  };
}
