import { venueForcedCloses } from '../../market/venue-series.ts';
import type { VenueBar } from '../../market/venue-series.ts';
import { intervalS } from '../intervals.ts';
import type { Listing } from '../listings.ts';
import { longShortRatioOf, newestBars, newestCloses } from '../series-page.ts';
import { type ApiRequest, type ApiResponse, BadRequest, decimal, limitOf, timeOf } from '../venue-api.ts';
import { liquidationDetails } from './liquidation.ts';
import { okxListing, okxListings, okxOk } from './listing.ts';

const PERIODS = ['5m', '15m', '30m', '1H', '2H', '4H', '6Hutc', '12Hutc', '1D', '1Dutc'];
/** Rows of a period that the statistics keep: five days of five minutes. */
const KEPT_ROWS = 1440;

export const openInterestHistory = (request: ApiRequest): ApiResponse =>
  rows(request, (listing, bar) => [
    decimal(bar.openInterestBase / listing.contractSize, 1e-4),
    decimal(bar.openInterestBase, 1e-6),
    decimal(bar.openInterestBase * bar.close, 1e-4),
  ]);

export const accountRatio = (request: ApiRequest): ApiResponse =>
  rows(request, (_, bar) => [decimal(longShortRatioOf(bar), 1e-10)]);

function rows(
  { market, query, nowMs }: ApiRequest,
  columnsOf: (listing: Listing, bar: VenueBar) => readonly string[],
): ApiResponse {
  const listing = okxListing(market, query.get('instId'));
  const seconds = intervalS(query.get('period') ?? '5m', PERIODS);
  const closes = newestCloses({
    market,
    venue: 'okx',
    base: listing.base,
    seconds,
    startMs: timeOf(query, 'begin'),
    endMs: timeOf(query, 'end'),
    limit: limitOf(query, 'limit', 100, 100),
    oldestS: Math.floor(nowMs / 1000) - KEPT_ROWS * seconds,
  });
  return okxOk(closes.toReversed().map(({ closeMs, bar }) => [String(closeMs), ...columnsOf(listing, bar)]));
}

export function fundingRateHistory({ market, query }: ApiRequest): ApiResponse {
  const listing = okxListing(market, query.get('instId'));
  const after = timeOf(query, 'after');
  const before = timeOf(query, 'before');
  const bars = newestBars({
    market,
    venue: 'okx',
    base: listing.base,
    seconds: 28_800,
    startMs: before === null ? null : before + 1,
    endMs: after === null ? null : after - 1,
    limit: limitOf(query, 'limit', 400, 400),
  });
  return okxOk(
    bars.toReversed().map((bar) => ({
      instType: 'SWAP',
      instId: listing.symbol,
      fundingRate: decimal(bar.fundingRate8h, 1e-12),
      realizedRate: decimal(bar.fundingRate8h, 1e-12),
      fundingTime: String(bar.openTimeS * 1000),
      method: 'current_period',
    })),
  );
}

/** Filled liquidations of the last day, newest first. */
export function liquidationOrders({ market, query, nowMs }: ApiRequest): ApiResponse {
  if (query.get('instType') !== 'SWAP') throw new BadRequest('Parameter instType error');
  const family = query.get('instFamily') ?? query.get('uly');
  const listing = okxListings(market).find((candidate) => candidate.symbol === `${family ?? ''}-SWAP`);
  if (listing === undefined) throw new BadRequest('Parameter instFamily error');
  const untilMs = (timeOf(query, 'after') ?? nowMs + 1) - 1;
  const fromMs = Math.max(nowMs - 86_400_000, timeOf(query, 'before') ?? 0);
  const closes = venueForcedCloses(
    market,
    'okx',
    listing.base,
    fromMs / 1000,
    Math.min(untilMs, nowMs) / 1000,
  );
  const limit = limitOf(query, 'limit', 100, 100);
  const details = closes
    .slice(-limit)
    .reverse()
    .map((close) => liquidationDetails(listing, close));
  return okxOk([
    { details, instFamily: family, instId: listing.symbol, instType: 'SWAP', totalLoss: '0', uly: family },
  ]);
}
