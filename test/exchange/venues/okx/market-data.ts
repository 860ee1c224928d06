import { bookOf } from '../../market/depth.ts';
import { venueBars } from '../../market/venue-series.ts';
import { shareAt } from '../../market/venue-shares.ts';
import { intervalS } from '../intervals.ts';
import type { Listing } from '../listings.ts';
import { HOURS_8_MS, newestBars, nextFundingMs } from '../series-page.ts';
import { type ApiRequest, type ApiResponse, decimal, limitOf, timeOf } from '../venue-api.ts';
import { okxListing, okxListings, okxOk } from './listing.ts';

const BARS = ['5m', '15m', '30m', '1H', '2H', '4H', '6Hutc', '12Hutc', '1D', '1Dutc'];
/** Days that are not `utc` begin at midnight in Hong Kong. */
const HONG_KONG_OFFSET_S = 16 * 3600;
/** Bars that the first of the two endpoints reaches back. */
const RECENT_BARS = 1440;

export const candles = (request: ApiRequest): ApiResponse => page(request, 300, RECENT_BARS);

export const historyCandles = (request: ApiRequest): ApiResponse => page(request, 100, Infinity);

/** Newest first; `after` asks for older rows, `before` for newer ones, neither included. */
function page({ market, query, nowMs }: ApiRequest, maxLimit: number, reach: number): ApiResponse {
  const listing = okxListing(market, query.get('instId'));
  const name = query.get('bar') ?? '5m';
  const seconds = intervalS(name, BARS);
  const after = timeOf(query, 'after');
  const before = timeOf(query, 'before');
  const bars = newestBars({
    market,
    venue: 'okx',
    base: listing.base,
    seconds,
    startMs: before === null ? null : before + 1,
    endMs: after === null ? null : after - 1,
    limit: limitOf(query, 'limit', 100, maxLimit),
    ...(reach === Infinity ? {} : { oldestS: Math.floor(nowMs / 1000) - reach * seconds }),
    offsetS: name === '1D' ? HONG_KONG_OFFSET_S : 0,
  });
  const price = (value: number) => decimal(value, listing.tickSize);
  return okxOk(
    bars
      .toReversed()
      .map((bar) => [
        String(bar.openTimeS * 1000),
        price(bar.open),
        price(bar.high),
        price(bar.low),
        price(bar.close),
        decimal(bar.volumeBase / listing.contractSize, 0.01),
        decimal(bar.volumeBase, 1e-4),
        decimal(bar.turnoverUsd, 1e-4),
        (bar.openTimeS + seconds) * 1000 <= nowMs ? '1' : '0',
      ]),
  );
}

/** Rows of one instrument, or of all; funding names all of them `ANY`. */
function rowsOf({ market, query }: ApiRequest, row: (listing: Listing) => object): ApiResponse {
  const instId = query.get('instId');
  const listings = instId === null || instId === 'ANY' ? okxListings(market) : [okxListing(market, instId)];
  return okxOk(listings.map((listing) => ({ instId: listing.symbol, instType: 'SWAP', ...row(listing) })));
}

export const markPrice = (request: ApiRequest): ApiResponse =>
  rowsOf(request, (listing) => ({
    markPx: decimal(request.market.venuePrice('okx', listing.base), listing.tickSize),
    ts: String(request.nowMs),
  }));

/** The last 24 hours: `vol24h` in contracts, `volCcy24h` in coins. */
export const tickers = (request: ApiRequest): ApiResponse =>
  rowsOf(request, (listing) => {
    const { market, nowMs } = request;
    const price = market.venuePrice('okx', listing.base);
    const day = venueBars(market, 'okx', listing.base, 3600, nowMs / 1000 - 86_400, nowMs / 1000);
    const coins = day.reduce((sum, bar) => sum + bar.volumeBase, 0);
    const text = (value: number) => decimal(value, listing.tickSize);
    return {
      last: text(price),
      lastSz: '5.4788',
      askPx: text(price + listing.tickSize),
      askSz: '3.2',
      bidPx: text(price - listing.tickSize),
      bidSz: '4.7',
      open24h: text(day[0]!.open),
      high24h: text(Math.max(...day.map(({ high }) => high))),
      low24h: text(Math.min(...day.map(({ low }) => low))),
      volCcy24h: decimal(coins, 1e-4),
      vol24h: decimal(coins / listing.contractSize, 0.01),
      ts: String(nowMs),
      sodUtc0: text(day[0]!.open),
      sodUtc8: text(day[0]!.open),
    };
  });

export const openInterest = (request: ApiRequest): ApiResponse =>
  rowsOf(request, (listing) => {
    const coins = request.market.openInterestBase(listing.base) * shareAt('okx', request.nowMs / 1000);
    return {
      oi: decimal(coins / listing.contractSize, 0.01),
      oiCcy: decimal(coins, 1e-4),
      oiUsd: decimal(coins * request.market.venuePrice('okx', listing.base), 0.01),
      ts: String(request.nowMs),
    };
  });

export const fundingRate = (request: ApiRequest): ApiResponse =>
  rowsOf(request, (listing) => ({
    fundingRate: decimal(request.market.currentBar(listing.base).fundingRate8h, 1e-12),
    fundingTime: String(nextFundingMs(request.nowMs)),
    formulaType: 'withRate',
    impactValue: '20000',
    interestRate: '0.0001',
    maxFundingRate: '0.00375',
    minFundingRate: '-0.00375',
    method: 'current_period',
    nextFundingRate: '',
    nextFundingTime: String(nextFundingMs(request.nowMs) + HOURS_8_MS),
    premium: '-0.0001',
    settFundingRate: '0.00008',
    settState: 'settled',
    ts: String(request.nowMs),
  }));

export function books({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = okxListing(market, query.get('instId'));
  const book = bookOf(market, 'okx', listing.base, limitOf(query, 'sz', 1, 400));
  const rows = (side: typeof book.bids) =>
    side.map((level) => [
      decimal(level.price, listing.tickSize),
      decimal(Math.max(0.01, level.quantityBase / listing.contractSize), 0.01),
      '0',
      '3',
    ]);
  return okxOk([
    { asks: rows(book.asks), bids: rows(book.bids), ts: String(nowMs), seqId: Math.floor(nowMs / 10) },
  ]);
}
