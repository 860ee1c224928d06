import type { VenueApi } from '../venue-api.ts';
import { contract, contracts, riskLimitTiers, tickers } from './contracts.ts';
import { gateError } from './listing.ts';
import { candlesticks, contractStats, fundingRates, liquidationOrders, orderBook } from './market-data.ts';

/** Gate USDT futures. */
export const createGate = (): VenueApi => ({
  venue: 'gate',
  hosts: ['api.gateio.ws', 'fx-api.gateio.ws'],
  routes: {
    '/api/v4/futures/usdt/contracts': contracts,
    '/api/v4/futures/usdt/contracts/*': contract,
    '/api/v4/futures/usdt/tickers': tickers,
    '/api/v4/futures/usdt/candlesticks': candlesticks,
    '/api/v4/futures/usdt/contract_stats': contractStats,
    '/api/v4/futures/usdt/funding_rate': fundingRates,
    '/api/v4/futures/usdt/order_book': orderBook,
    '/api/v4/futures/usdt/risk_limit_tiers': riskLimitTiers,
    '/api/v4/futures/usdt/liq_orders': liquidationOrders,
  },
  notFound: () => gateError(404, 'URL_NOT_FOUND', 'url not found'),
  badRequest: (message) =>
    message.endsWith('not found')
      ? gateError(400, 'CONTRACT_NOT_FOUND', message)
      : gateError(400, 'INVALID_PARAM_VALUE', message),
  headers: ({ nowMs }) => ({
    'access-control-allow-origin': '*',
    'x-gate-ratelimit-limit': '200',
    'x-gate-ratelimit-requests-remain': '199',
    'x-gate-ratelimit-reset-timestamp': String(Math.floor(nowMs / 1000) + 10),
  }),
});
