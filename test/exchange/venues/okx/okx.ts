import type { VenueApi } from '../venue-api.ts';
import { okxError, okxOk } from './listing.ts';
import {
  books,
  candles,
  fundingRate,
  historyCandles,
  markPrice,
  openInterest,
  tickers,
} from './market-data.ts';
import { instruments, positionTiers } from './reference.ts';
import { accountRatio, fundingRateHistory, liquidationOrders, openInterestHistory } from './statistics.ts';

/** OKX swaps; the API shares its host with the trading pages. */
export const createOkx = (): VenueApi => ({
  venue: 'okx',
  hosts: ['www.okx.com', 'eea.okx.com', 'us.okx.com'],
  routes: {
    '/api/v5/public/time': ({ nowMs }) => okxOk([{ ts: String(nowMs) }]),
    '/api/v5/public/instruments': instruments,
    '/api/v5/public/mark-price': markPrice,
    '/api/v5/public/open-interest': openInterest,
    '/api/v5/public/funding-rate': fundingRate,
    '/api/v5/public/funding-rate-history': fundingRateHistory,
    '/api/v5/public/position-tiers': positionTiers,
    '/api/v5/public/liquidation-orders': liquidationOrders,
    '/api/v5/market/tickers': tickers,
    '/api/v5/market/candles': candles,
    '/api/v5/market/history-candles': historyCandles,
    '/api/v5/market/mark-price-candles': candles,
    '/api/v5/market/history-mark-price-candles': historyCandles,
    '/api/v5/market/books': books,
    '/api/v5/rubik/stat/contracts/open-interest-history': openInterestHistory,
    '/api/v5/rubik/stat/contracts/long-short-account-ratio-contract': accountRatio,
  },
  notFound: () => okxError(404, '50404', 'Not Found'),
  badRequest: (message) =>
    message.startsWith('Instrument ID') ? okxError(200, '51001', message) : okxError(400, '51000', message),
  headers: () => ({ 'access-control-allow-origin': '*' }),
});
