import type { VenueId } from '../../../../core/market/venue-id.ts';
import { type ApiRequest, ok, type VenueApi } from '../venue-api.ts';
import { binanceError } from './listing.ts';
import {
  dayTickers,
  depth,
  fundingInfo,
  fundingRate,
  klines,
  openInterest,
  premiumIndex,
} from './market-data.ts';
import { brackets, exchangeInfo } from './reference.ts';
import { longShortRatio, openInterestHist, takerRatio } from './statistics.ts';

/** Weight of a request, as Binance counts it in a minute. */
function weightOf({ path, query }: ApiRequest): number {
  if (path.startsWith('/futures/data/')) return 0;
  if (path === '/fapi/v1/premiumIndex') return query.has('symbol') ? 1 : 10;
  if (path === '/fapi/v1/ticker/24hr') return query.has('symbol') ? 1 : 40;
  const limit = Number(query.get('limit') ?? 500);
  if (path === '/fapi/v1/depth') return limit <= 50 ? 2 : limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
  if (path.endsWith('Klines') || path.endsWith('klines')) {
    return limit < 100 ? 1 : limit < 500 ? 2 : limit <= 1000 ? 5 : 10;
  }
  return 1;
}

/** Weight used in the minute under way. */
function countWeight(): (request: ApiRequest) => number {
  let minute = 0;
  let used = 0;
  return (request) => {
    const now = Math.floor(request.nowMs / 60_000);
    if (now !== minute) used = 0;
    minute = now;
    used += weightOf(request);
    return used;
  };
}

/** Binance USD-M: fapi.binance.com, and the brackets of www.binance.com. */
export const createBinance = (): VenueApi =>
  createBinanceApi('binance', 'fapi.binance.com', 'www.binance.com');

/** Binance's API on the hosts of `venue`. */
export function createBinanceApi(venue: VenueId, api: string, site: string): VenueApi {
  const used = countWeight();
  return {
    venue,
    hosts: [api, site],
    routes: {
      '/fapi/v1/ping': () => ok({}),
      '/fapi/v1/time': ({ nowMs }) => ok({ serverTime: nowMs }),
      '/fapi/v1/exchangeInfo': exchangeInfo,
      '/fapi/v1/klines': klines,
      '/fapi/v1/markPriceKlines': klines,
      '/fapi/v1/premiumIndex': premiumIndex,
      '/fapi/v1/ticker/24hr': dayTickers,
      '/fapi/v1/fundingRate': fundingRate,
      '/fapi/v1/fundingInfo': fundingInfo,
      '/fapi/v1/openInterest': openInterest,
      '/fapi/v1/depth': depth,
      '/futures/data/openInterestHist': openInterestHist,
      '/futures/data/globalLongShortAccountRatio': longShortRatio,
      '/futures/data/topLongShortAccountRatio': longShortRatio,
      '/futures/data/topLongShortPositionRatio': longShortRatio,
      '/futures/data/takerlongshortRatio': takerRatio,
      '/bapi/futures/v1/friendly/future/common/brackets': brackets,
    },
    notFound: ({ path }) => binanceError(404, -5000, `Path ${path}, Method GET is invalid`),
    badRequest: (message) =>
      message === 'Invalid symbol.'
        ? binanceError(400, -1121, message)
        : message.startsWith('invalid interval')
          ? binanceError(400, -1120, 'Invalid interval.')
          : binanceError(400, -1130, message),
    headers: (request) =>
      request.host === site
        ? {}
        : { 'access-control-allow-origin': '*', 'x-mbx-used-weight-1m': String(used(request)) },
  };
}
