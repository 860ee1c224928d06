import { Readable } from 'node:stream';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { createHttp } from '../../../core/io/http.ts';
import type { Ports } from '../../../core/ledger/ports.ts';
import type { Exchange } from '../../exchange/server/exchange.ts';
import { answerRequest } from '../../exchange/server/route.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { createPorts, type World } from './fake-ports.ts';

/** Asks the simulated exchange in this process, by the venue's own host name. */
const fetchFrom =
  (exchange: Exchange): typeof fetch =>
  (input, { body, headers, signal, method = 'GET' } = {}) =>
    new Promise((resolve, reject) => {
      const { host, pathname, search } = new URL(input as string);
      const request = Object.assign(Readable.from(typeof body === 'string' ? [body] : []), {
        method,
        url: pathname + search,
        headers: { ...(headers as Record<string, string>), host },
      });
      const told = new Headers();
      let status = 200;
      const response = {
        setHeader: (name: string, value: string) => told.set(name, value),
        writeHead: (code: number, more: Readonly<Record<string, string>> = {}) => {
          status = code;
          for (const [name, value] of Object.entries(more)) told.set(name, value);
          return response;
        },
        end: (text: string) => resolve(new Response(text, { status, headers: told })),
        destroy: () => reject(new TypeError('the line was cut')),
        once: (_event: 'close', close: () => void) =>
          signal?.addEventListener('abort', () => {
            close();
            reject(signal.reason as Error);
          }),
      };
      answerRequest(
        exchange,
        request as unknown as IncomingMessage,
        response as unknown as ServerResponse,
      ).catch(reject);
    });

/**
 * Ports of one worker on `world` that reach the simulated exchange by the extension's own client.
 *
 * @param timeoutMs of this machine, after which a request is given up
 */
export function portsTo(exchange: Exchange, world: World, timeoutMs: number): Ports {
  const ports = createPorts(world);
  const { nowMs, deviceMs } = ports.clock;
  const http = createHttp({
    fetch: fetchFrom(exchange),
    clock: { nowMs, deviceMs, hear: () => {} },
    // Sources of context are the user's to allow, and nobody has.
    isAllowed: async (url) =>
      exchange.venues.some(
        ({ venue, hosts }) => venue !== null && venue in VENUES && hosts.includes(new URL(url).host),
      ),
    timeoutMs,
  });
  return { ...ports, http };
}
