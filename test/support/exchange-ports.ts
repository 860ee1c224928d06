import { setTimeout as wait } from 'node:timers/promises';

import { WebSocket } from 'ws';

import { createHttp } from '../../core/io/http.ts';
import { createSockets } from '../../core/io/sockets.ts';
import type { LiveEffects } from '../../core/headless/live-effects.ts';
import { ask } from '../exchange/server/ask.ts';

/** A busy machine may take its time to open a line. */
const MOST_OPENING_MS = 20_000;

/**
 * Ports whose every host is the simulated exchange on `port`.
 * @param longestSleepMs is slept at most, but while a line has still to open or to answer
 * @param mostSilenceMs an answer is waited for at most: a busy machine may take its time
 */
export function exchangePorts(port: number, longestSleepMs: number, mostSilenceMs = 20_000): LiveEffects {
  const opening = new Set<WebSocket>();
  /** Lines that have still to answer what they were sent. */
  const silent = new Set<WebSocket>();
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
      opening.add(this);
      for (const sign of ['open', 'close']) this.on(sign, () => opening.delete(this));
      for (const sign of ['message', 'close']) this.on(sign, () => silent.delete(this));
    }
    override send(text: string): void {
      silent.add(this);
      super.send(text);
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
    sleep: async (ms) => {
      await wait(Math.min(ms, longestSleepMs));
      const areAwaited = (lines: ReadonlySet<WebSocket>, waitedMs: number, mostMs: number): boolean =>
        lines.size > 0 && waitedMs < Math.min(ms, mostMs);
      let waitedMs = 0;
      while (areAwaited(opening, waitedMs, MOST_OPENING_MS) || areAwaited(silent, waitedMs, mostSilenceMs)) {
        await wait(100);
        waitedMs += 100;
      }
    },
  };
}
