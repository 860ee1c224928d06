import type { VenueApi } from '../venue-api.ts';
import { bitgetError, bitgetOk } from './listing.ts';
import {
  accountLongShort,
  candles,
  currentFundRate,
  historyCandles,
  historyFundRate,
  liquidations,
  mergeDepth,
  openInterest,
  ticker,
  tickers,
} from './market-data.ts';
import { instruments, positionLever } from './reference.ts';

/** Bitget USDT futures, v2 and the liquidations of v3. */
export const createBitget = (): VenueApi => ({
  venue: 'bitget',
  hosts: ['api.bitget.com'],
  routes: {
    '/api/v2/public/time': ({ nowMs }) => bitgetOk({ serverTime: String(nowMs) }, nowMs),
    '/api/v2/mix/market/candles': candles,
    '/api/v2/mix/market/history-candles': historyCandles,
    '/api/v2/mix/market/history-mark-candles': historyCandles,
    '/api/v2/mix/market/ticker': ticker,
    '/api/v2/mix/market/tickers': tickers,
    '/api/v2/mix/market/open-interest': openInterest,
    '/api/v2/mix/market/current-fund-rate': currentFundRate,
    '/api/v2/mix/market/history-fund-rate': historyFundRate,
    '/api/v2/mix/market/account-long-short': accountLongShort,
    '/api/v2/mix/market/merge-depth': mergeDepth,
    '/api/v2/mix/market/query-position-lever': positionLever,
    '/api/v3/market/instruments': instruments,
    '/api/v3/market/liquidations': liquidations,
  },
  notFound: () => ({ ...bitgetError('40404', 'Request URL NOT FOUND'), status: 404 }),
  badRequest: (message) =>
    message.endsWith('does not exist') ? bitgetError('40034', message) : bitgetError('40020', message),
  headers: () => ({ 'access-control-allow-origin': '*', 'x-mbx-used-remain-limit': '19' }),
});
