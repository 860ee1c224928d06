import { bookOf } from '../../market/depth.ts';
import { venueBars, venueForcedCloses } from '../../market/venue-series.ts';
import { intervalS } from '../intervals.ts';
import type { Listing } from '../listings.ts';
import { newestBars, newestCloses, nextFundingMs } from '../series-page.ts';
import { type ApiRequest, type ApiResponse, decimal, limitOf, quantity, timeOf } from '../venue-api.ts';
import { liquidationRow } from './liquidation.ts';
import { bitgetListing, bitgetListings, bitgetOk, requireProduct } from './listing.ts';

const GRANULARITY = ['5m', '15m', '30m', '1H', '2H', '4H', '6Hutc', '12Hutc', '1D', '1Dutc'];
const HONG_KONG_OFFSET_S = 16 * 3600;
const THREE_DAYS_MS = 3 * 86_400_000;

export const candles = (request: ApiRequest): ApiResponse => page(request, 1000);

export const historyCandles = (request: ApiRequest): ApiResponse => page(request, 200);

/** Ascending rows that end by `endTime`. */
function page({ market, query, nowMs }: ApiRequest, maxLimit: number): ApiResponse {
  const listing = bitgetListing(market, query);
  const name = query.get('granularity');
  const bars = newestBars({
    market,
    venue: 'bitget',
    base: listing.base,
    seconds: intervalS(name, GRANULARITY),
    startMs: timeOf(query, 'startTime'),
    endMs: timeOf(query, 'endTime'),
    limit: limitOf(query, 'limit', 100, maxLimit),
    offsetS: name === '1D' ? HONG_KONG_OFFSET_S : 0,
  });
  const price = (value: number) => decimal(value, listing.tickSize);
  return bitgetOk(
    bars.map((bar) => [
      String(bar.openTimeS * 1000),
      price(bar.open),
      price(bar.high),
      price(bar.low),
      price(bar.close),
      decimal(bar.volumeBase, 1e-4),
      decimal(bar.turnoverUsd, 1e-6),
    ]),
    nowMs,
  );
}

export const ticker = (request: ApiRequest): ApiResponse =>
  bitgetOk([tickerOf(request, bitgetListing(request.market, request.query))], request.nowMs);

export function tickers(request: ApiRequest): ApiResponse {
  requireProduct(request.query);
  return bitgetOk(
    bitgetListings(request.market).map((listing) => tickerOf(request, listing)),
    request.nowMs,
  );
}

function tickerOf({ market, nowMs }: ApiRequest, listing: Listing) {
  const price = market.venuePrice('bitget', listing.base);
  const day = venueBars(market, 'bitget', listing.base, 3600, nowMs / 1000 - 86_400, nowMs / 1000);
  const turnover = decimal(
    day.reduce((sum, bar) => sum + bar.turnoverUsd, 0),
    1e-6,
  );
  const text = (value: number) => decimal(value, listing.tickSize);
  return {
    symbol: listing.symbol,
    lastPr: text(price),
    askPr: text(price + listing.tickSize),
    bidPr: text(price - listing.tickSize),
    bidSz: '1.703',
    askSz: '3.894',
    high24h: text(Math.max(...day.map((bar) => bar.high))),
    low24h: text(Math.min(...day.map((bar) => bar.low))),
    ts: String(nowMs),
    change24h: decimal(price / day[0]!.open - 1, 1e-5),
    baseVolume: decimal(
      day.reduce((sum, bar) => sum + bar.volumeBase, 0),
      1e-4,
    ),
    quoteVolume: turnover,
    usdtVolume: turnover,
    openUtc: text(day.at(-1)!.open),
    changeUtc24h: '0.00100',
    indexPrice: decimal(price * 1.0002, 1e-10),
    fundingRate: decimal(market.currentBar(listing.base).fundingRate8h, 1e-6),
    holdingAmount: decimal(market.venueOpenInterestBase('bitget', listing.base), 1e-4),
    deliveryStartTime: null,
    deliveryTime: null,
    deliveryStatus: '',
    open24h: text(day[0]!.open),
    markPrice: text(price),
  };
}

export function openInterest({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bitgetListing(market, query);
  const size = decimal(market.venueOpenInterestBase('bitget', listing.base), 1e-4);
  return bitgetOk({ openInterestList: [{ symbol: listing.symbol, size }], ts: String(nowMs) }, nowMs);
}

export function currentFundRate({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listings = query.has('symbol') ? [bitgetListing(market, query)] : bitgetListings(market);
  const rows = listings.map((listing) => ({
    symbol: listing.symbol,
    fundingRate: decimal(market.currentBar(listing.base).fundingRate8h, 1e-6),
    fundingRateInterval: '8',
    nextUpdate: String(nextFundingMs(nowMs)),
    minFundingRate: '-0.003',
    maxFundingRate: '0.003',
  }));
  return bitgetOk(rows, nowMs);
}

export function historyFundRate({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bitgetListing(market, query);
  const size = limitOf(query, 'pageSize', 20, 100);
  const pages = limitOf(query, 'pageNo', 1, 1000);
  const bars = newestBars({
    market,
    venue: 'bitget',
    base: listing.base,
    seconds: 28_800,
    startMs: null,
    endMs: null,
    limit: size * pages,
  });
  const rows = bars.toReversed().slice(size * (pages - 1));
  return bitgetOk(
    rows.map((bar) => ({
      symbol: listing.symbol,
      fundingRate: decimal(bar.fundingRate8h, 1e-6),
      fundingTime: String(bar.openTimeS * 1000),
    })),
    nowMs,
  );
}

/** Ascending rows of accounts; one request a second on the real venue. */
export function accountLongShort({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bitgetListing(market, query);
  const closes = newestCloses({
    market,
    venue: 'bitget',
    base: listing.base,
    seconds: intervalS((query.get('period') ?? '5m').toLowerCase(), [
      '5m',
      '15m',
      '30m',
      '1h',
      '2h',
      '4h',
      '6h',
      '12h',
      '1d',
    ]),
    startMs: null,
    endMs: null,
    limit: 500,
  });
  return bitgetOk(
    closes.map(({ closeMs, bar }) => ({
      longAccountRatio: decimal(bar.longAccountShare, 1e-4),
      shortAccountRatio: decimal(1 - bar.longAccountShare, 1e-4),
      longShortAccountRatio: decimal(bar.longAccountShare / (1 - bar.longAccountShare), 1e-4),
      ts: String(closeMs),
    })),
    nowMs,
  );
}

export function mergeDepth({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bitgetListing(market, query);
  const limit = query.get('limit') === 'max' ? 500 : limitOf(query, 'limit', 100, 500);
  const book = bookOf(market, 'bitget', listing.base, limit);
  const rows = (side: typeof book.bids) =>
    side.map((level) => [
      Number(decimal(level.price, listing.tickSize)),
      Number(quantity(level.quantityBase)),
    ]);
  const scale = decimal(listing.tickSize, listing.tickSize);
  return bitgetOk(
    {
      asks: rows(book.asks),
      bids: rows(book.bids),
      ts: String(nowMs),
      scale,
      precision: 'scale0',
      isMaxPrecision: 'YES',
    },
    nowMs,
  );
}

/** Liquidations of the last three days, newest first, by cursor. */
export function liquidations({ market, query, nowMs }: ApiRequest): ApiResponse {
  requireProduct(query);
  const listings = query.has('symbol') ? [bitgetListing(market, query)] : bitgetListings(market);
  const untilMs = Math.min(nowMs, timeOf(query, 'cursor') ?? nowMs);
  const limit = limitOf(query, 'limit', 100, 100);
  const rows = listings
    .flatMap((listing) =>
      venueForcedCloses(
        market,
        'bitget',
        listing.base,
        (nowMs - THREE_DAYS_MS) / 1000,
        (untilMs - 1) / 1000,
      ).map((close) => liquidationRow(listing, close)),
    )
    .sort((left, right) => Number(right.ts) - Number(left.ts))
    .slice(0, limit);
  return bitgetOk({ list: rows, cursor: rows.length < limit ? null : rows.at(-1)!.ts }, nowMs);
}
