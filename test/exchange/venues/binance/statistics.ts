import { venueBars, type VenueBar } from '../../market/venue-series.ts';
import { intervalS } from '../intervals.ts';
import type { Listing } from '../listings.ts';
import { type ApiRequest, type ApiResponse, BadRequest, decimal, limitOf, ok, timeOf } from '../venue-api.ts';
import { binanceListing, venueOf } from './listing.ts';

const PERIODS = ['5m', '15m', '30m', '1h', '2h', '4h', '6h', '12h', '1d'];
/** The statistics reach back thirty days. */
const RETENTION_S = 30 * 86_400;

export const openInterestHist = (request: ApiRequest): ApiResponse =>
  rows(request, (listing, bar) => ({
    symbol: listing.symbol,
    sumOpenInterest: decimal(bar.openInterestBase / listing.multiplier),
    sumOpenInterestValue: decimal(bar.openInterestBase * bar.close),
    CMCCirculatingSupply: '19970000.00000000',
  }));

export const longShortRatio = (request: ApiRequest): ApiResponse =>
  rows(request, (listing, bar) => ({
    symbol: listing.symbol,
    longAccount: decimal(bar.longAccountShare, 1e-4),
    longShortRatio: decimal(bar.longAccountShare / (1 - bar.longAccountShare), 1e-4),
    shortAccount: decimal(1 - bar.longAccountShare, 1e-4),
  }));

export const takerRatio = (request: ApiRequest): ApiResponse =>
  rows(request, (listing, bar) => ({
    buySellRatio: decimal(bar.takerBuyBase / (bar.volumeBase - bar.takerBuyBase), 1e-4),
    buyVol: decimal(bar.takerBuyBase / listing.multiplier, 1e-4),
    sellVol: decimal((bar.volumeBase - bar.takerBuyBase) / listing.multiplier, 1e-4),
  }));

/** Ascending rows of closed periods, stamped with their close. */
function rows(
  { market, host, query, nowMs }: ApiRequest,
  fieldsOf: (listing: Listing, bar: VenueBar) => object,
): ApiResponse {
  const listing = binanceListing({ market, host }, query.get('symbol'));
  const seconds = intervalS(query.get('period'), PERIODS);
  const limit = limitOf(query, 'limit', 30, 500);
  const startMs = timeOf(query, 'startTime');
  const untilS = Math.floor(Math.min(timeOf(query, 'endTime') ?? nowMs, nowMs) / 1000);
  if (startMs !== null && startMs < nowMs - (RETENTION_S + 86_400) * 1000) {
    throw new BadRequest("parameter 'startTime' is invalid.");
  }
  const oldestS = Math.floor(nowMs / 1000) - RETENTION_S;
  const fromS = Math.max(oldestS, startMs === null ? untilS - seconds * limit : Math.ceil(startMs / 1000));
  const bars = venueBars(market, venueOf(host), listing.base, seconds, fromS - seconds, untilS - seconds);
  const page = startMs === null ? bars.slice(-limit) : bars.slice(0, limit);
  return ok(page.map((bar) => ({ ...fieldsOf(listing, bar), timestamp: (bar.openTimeS + seconds) * 1000 })));
}
