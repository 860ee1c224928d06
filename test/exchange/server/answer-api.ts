import type { IncomingMessage, ServerResponse } from 'node:http';

import { distort } from '../faults/distort.ts';
import type { Fault } from '../faults/fault.ts';
import {
  type ApiRequest,
  type ApiResponse,
  BadRequest,
  type Handler,
  type VenueApi,
} from '../venues/venue-api.ts';
import type { Exchange } from './exchange.ts';

/** Answers a request to a venue's public endpoint, faults included. */
export async function answerApi(
  exchange: Exchange,
  venue: VenueApi,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fault = exchange.faults.take(venue.venue, url.hostname, url.pathname);
  const apiRequest: ApiRequest = {
    host: url.hostname,
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: await readJson(request),
    market: fault?.kind === 'late' ? exchange.market.withLateBars(fault.byS) : exchange.market,
    nowMs: exchange.market.nowMs(),
  };
  const log = (status: number) => {
    const { method, host, path } = apiRequest;
    exchange.requests.add({ atMs: apiRequest.nowMs, method, host, path, query: url.search, status });
  };
  if (fault !== null && (await failBeforeAnswer(fault, response, log))) return;
  const answer = answerOf(venue, apiRequest);
  const body = fault === null ? answer.body : distort(answer.body, fault);
  const sent = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  log(answer.status);
  response.writeHead(answer.status, {
    'content-type': 'application/json;charset=utf-8',
    ...venue.headers(apiRequest),
    ...answer.headers,
  });
  response.end(fault?.kind === 'truncated' ? sent.slice(0, Math.ceil(sent.length * 0.6)) : sent);
}

function answerOf(venue: VenueApi, request: ApiRequest): ApiResponse {
  if (request.method === 'OPTIONS') return preflight();
  try {
    return routeOf(venue, request.path)(request);
  } catch (error) {
    if (error instanceof BadRequest) return venue.badRequest(error.message);
    throw error;
  }
}

/** The handler of a path; a route that ends in `/*` takes everything below it. */
function routeOf(venue: VenueApi, path: string): Handler {
  const exact = venue.routes[path];
  if (exact !== undefined) return exact;
  const wild = Object.keys(venue.routes).find(
    (route) => route.endsWith('/*') && path.startsWith(route.slice(0, -1)),
  );
  return (wild === undefined ? undefined : venue.routes[wild]) ?? venue.notFound;
}

const preflight = (): ApiResponse => ({
  status: 204,
  headers: {
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'content-type',
  },
  body: '',
});

/** True when the fault has dealt with the request. */
async function failBeforeAnswer(
  fault: Fault,
  response: ServerResponse,
  log: (status: number) => void,
): Promise<boolean> {
  const send = (status: number, body: string, headers: Record<string, string> = {}) => {
    log(status);
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
    return true;
  };
  switch (fault.kind) {
    case 'refuse':
      return send(fault.status, '{"code":0,"msg":"Service unavailable from a restricted location."}');
    case 'block':
      return send(
        403,
        '<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY>Request blocked.</BODY></HTML>',
      );
    case 'throttle':
      return send(fault.status, '{"code":-1003,"msg":"Too many requests."}', {
        'retry-after': String(fault.retryAfterS),
      });
    case 'error':
      return send(fault.status, '<html><body><h1>upstream failed</h1></body></html>');
    case 'garbage':
      return send(200, '<!doctype html><html><body>Checking your browser \u0000\u0007</body></html>');
    case 'cut':
      log(0);
      response.destroy();
      return true;
    case 'stall':
      log(0);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, fault.ms);
        response.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
      });
      response.destroy();
      return true;
    default:
      return false;
  }
}

/** Decoded JSON of a POST; null for anything else. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST') return null;
  let text = '';
  for await (const chunk of request) text += String(chunk);
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
