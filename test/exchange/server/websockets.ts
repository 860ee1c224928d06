import type { Server } from 'node:https';

import { type WebSocket, WebSocketServer } from 'ws';

import { distort } from '../faults/distort.ts';
import type { Fault } from '../faults/fault.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import type { StreamVenue, Subscription } from '../venues/stream.ts';
import type { Exchange } from './exchange.ts';

/** Puts the venues' websockets on the server; the answer closes them. */
export function attachWebsockets(
  server: Server,
  exchange: Exchange,
  streams: readonly (StreamVenue & { readonly venue: VenueId })[],
): () => void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = request.url ?? '/';
    const stream = streams.find((candidate) => candidate.host === host && candidate.accepts(path));
    const fault = exchange.faults.take(stream?.venue ?? null, host, path);
    const status = stream === undefined ? 404 : refusalOf(fault);
    const atMs = exchange.market.nowMs();
    exchange.requests.add({ atMs, method: 'WS', host, path, query: '', status });
    if (stream === undefined || status !== 101) {
      socket.end(status === 0 ? '' : `HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => serve(client, path, stream, exchange, fault));
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

function refusalOf(fault: Fault | null): number {
  if (fault?.kind === 'refuse' || fault?.kind === 'throttle' || fault?.kind === 'error') return fault.status;
  return fault?.kind === 'cut' ? 0 : 101;
}

function serve(
  client: WebSocket,
  path: string,
  stream: StreamVenue,
  exchange: Exchange,
  fault: Fault | null,
): void {
  const timers: NodeJS.Timeout[] = [];
  const isSilent = fault?.kind === 'stall';
  const send = (frame: string) => {
    if (!isSilent && client.readyState === client.OPEN) client.send(spoil(frame, fault));
  };
  const start = (subscription: Subscription) => {
    let afterS = exchange.market.nowMs() / 1000;
    const tell = () => {
      const untilS = exchange.market.nowMs() / 1000;
      for (const frame of subscription.frames(exchange.market, afterS, untilS)) send(frame);
      afterS = untilS;
    };
    timers.push(setInterval(tell, subscription.everyMs));
  };
  stream.onOpen(path).forEach(start);
  client.on('message', (data: Buffer) => {
    try {
      const answer = stream.onMessage(data.toString(), path);
      answer.replies.forEach(send);
      answer.subscriptions?.forEach(start);
    } catch {
      client.close(1003, 'not understood');
    }
  });
  client.on('close', () => timers.forEach((timer) => clearInterval(timer)));
}

function spoil(frame: string, fault: Fault | null): string {
  if (fault === null) return frame;
  if (fault.kind === 'garbage') return '\u0000<not json>';
  if (fault.kind === 'truncated') return frame.slice(0, Math.ceil(frame.length * 0.6));
  return frame.startsWith('{') ? JSON.stringify(distort(JSON.parse(frame), fault)) : frame;
}
