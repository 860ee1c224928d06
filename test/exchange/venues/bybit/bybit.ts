import { ok, type VenueApi } from '../venue-api.ts';
import { bybitError, bybitOk } from './listing.ts';
import { kline, orderbook, tickers } from './market-data.ts';
import { instruments, riskLimit } from './reference.ts';
import { accountRatio, fundingHistory, openInterest } from './statistics.ts';

/** Bybit v5 linear. */
export const createBybit = (): VenueApi => ({
  venue: 'bybit',
  hosts: ['api.bybit.com', 'api.bytick.com'],
  routes: {
    '/v5/market/time': ({ nowMs }) =>
      bybitOk({ timeSecond: String(Math.floor(nowMs / 1000)), timeNano: `${nowMs}000000` }, nowMs),
    '/v5/market/instruments-info': instruments,
    '/v5/market/kline': kline,
    '/v5/market/mark-price-kline': kline,
    '/v5/market/tickers': tickers,
    '/v5/market/open-interest': openInterest,
    '/v5/market/account-ratio': accountRatio,
    '/v5/market/funding/history': fundingHistory,
    '/v5/market/orderbook': orderbook,
    '/v5/market/risk-limit': riskLimit,
  },
  notFound: () => ({ ...ok(''), status: 404 }),
  badRequest: (message) => bybitError(10001, message),
  headers: ({ nowMs }) => ({
    'access-control-allow-origin': '*',
    'x-bapi-limit': '600',
    'x-bapi-limit-status': '599',
    'x-bapi-limit-reset-timestamp': String(nowMs + 5000),
  }),
});
