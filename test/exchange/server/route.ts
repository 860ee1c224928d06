import type { IncomingMessage, ServerResponse } from 'node:http';

import { answerPage } from '../pages/answer-page.ts';
import { answerApi, readJson } from './answer-api.ts';
import { answerControl } from './control.ts';
import type { Exchange } from './exchange.ts';

/** Paths of www hosts that are endpoints and not pages. */
const API_PATHS = ['/api/', '/bapi/'];

/** Sends a request where its host and path belong. */
export async function answerRequest(
  exchange: Exchange,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('date', new Date(exchange.hostClock()).toUTCString());
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const url = new URL(request.url ?? '/', `https://${host === '' ? 'localhost' : host}`);
  if (host === 'localhost' || host === '127.0.0.1') {
    answerControl(exchange, url.pathname, await readJson(request), response);
    return;
  }
  const isPageHost = host.startsWith('www.') || host.startsWith('app.');
  const venue = exchange.venues.find((candidate) => candidate.hosts.includes(host));
  if (venue !== undefined && (!isPageHost || API_PATHS.some((path) => url.pathname.startsWith(path)))) {
    await answerApi(exchange, venue, url, request, response);
    return;
  }
  const status = answerPage(exchange, url, response);
  const { pathname: path, search: query } = url;
  exchange.requests.add({
    atMs: exchange.market.nowMs(),
    method: request.method ?? 'GET',
    host,
    path,
    query,
    status,
  });
}
