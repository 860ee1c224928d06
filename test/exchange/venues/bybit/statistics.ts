import { intervalS } from '../intervals.ts';
import { newestBars, newestCloses } from '../series-page.ts';
import { type ApiRequest, type ApiResponse, BadRequest, decimal, limitOf, timeOf } from '../venue-api.ts';
import { bybitListing, bybitOk } from './listing.ts';

const PERIODS = ['5min', '15min', '30min', '1h', '4h', '1d'];

/** Both sides in `openInterest`; pages go back by cursor, as far as the market does. */
export function openInterest({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bybitListing(market, query);
  const cursor = cursorMs(query);
  const limit = limitOf(query, 'limit', 50, 200);
  const rows = newestCloses({
    market,
    venue: 'bybit',
    base: listing.base,
    seconds: intervalS(query.get('intervalTime'), PERIODS),
    startMs: timeOf(query, 'startTime'),
    endMs: cursor === null ? timeOf(query, 'endTime') : cursor - 1,
    limit,
  });
  const list = rows.toReversed().map(({ closeMs, bar }) => ({
    openInterest: decimal((2 * bar.openInterestBase) / listing.multiplier),
    singleOpenInterest: decimal(bar.openInterestBase / listing.multiplier),
    timestamp: String(closeMs),
  }));
  const oldest = list.at(-1)?.timestamp;
  const nextPageCursor =
    oldest === undefined || list.length < limit
      ? ''
      : encodeURIComponent(`lastid=0&lasttime=${Number(oldest) / 1000}`);
  return bybitOk({ symbol: listing.symbol, category: 'linear', list, nextPageCursor }, nowMs);
}

export function accountRatio({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bybitListing(market, query);
  const rows = newestCloses({
    market,
    venue: 'bybit',
    base: listing.base,
    seconds: intervalS(query.get('period'), PERIODS),
    startMs: timeOf(query, 'startTime'),
    endMs: timeOf(query, 'endTime'),
    limit: limitOf(query, 'limit', 50, 500),
  });
  const list = rows.toReversed().map(({ closeMs, bar }) => ({
    symbol: listing.symbol,
    buyRatio: decimal(bar.longAccountShare, 1e-4),
    sellRatio: decimal(1 - bar.longAccountShare, 1e-4),
    timestamp: String(closeMs),
  }));
  return bybitOk({ list, nextPageCursor: '' }, nowMs);
}

export function fundingHistory({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bybitListing(market, query);
  const startMs = timeOf(query, 'startTime');
  const endMs = timeOf(query, 'endTime');
  if (startMs !== null && endMs === null)
    throw new BadRequest('params error: endTime is required with startTime');
  const limit = limitOf(query, 'limit', 200, 200);
  const bars = newestBars({
    market,
    venue: 'bybit',
    base: listing.base,
    seconds: 28_800,
    startMs,
    endMs,
    limit,
  });
  const list = bars.toReversed().map((bar) => ({
    symbol: listing.symbol,
    fundingRate: decimal(bar.fundingRate8h),
    fundingRateTimestamp: String(bar.openTimeS * 1000),
  }));
  return bybitOk({ category: 'linear', list }, nowMs);
}

/** Time of the oldest row already sent; null for the first page. */
function cursorMs(query: URLSearchParams): number | null {
  const text = query.get('cursor');
  if (text === null || text === '') return null;
  const time = /lasttime=(\d+)/.exec(decodeURIComponent(text))?.[1];
  if (time === undefined) throw new BadRequest('params error: cursor is invalid');
  return Number(time) * 1000;
}
