import { ok, type VenueApi } from '../venue-api.ts';
import { info } from './info.ts';

/** Hyperliquid: one read-only POST; prices are of five significant figures, funding of one hour. */
export const createHyperliquid = (): VenueApi => ({
  venue: 'hyperliquid',
  hosts: ['api.hyperliquid.xyz'],
  routes: {
    '/info': (request) =>
      request.method === 'POST' ? info(request) : { ...ok('Method Not Allowed'), status: 405 },
  },
  notFound: () => ({ ...ok(''), status: 404 }),
  badRequest: (message) =>
    message === 'unknown coin' ? { status: 500, body: 'null' } : { status: 422, body: message },
  headers: () => ({ 'access-control-allow-origin': '*' }),
});
