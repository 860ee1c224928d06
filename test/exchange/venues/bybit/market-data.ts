import { bookOf } from '../../market/depth.ts';
import { shareAt } from '../../market/venue-shares.ts';
import { venueBars } from '../../market/venue-series.ts';
import { intervalS } from '../intervals.ts';
import type { Listing } from '../listings.ts';
import { newestBars, nextFundingMs } from '../series-page.ts';
import { type ApiRequest, type ApiResponse, decimal, limitOf, quantity, timeOf } from '../venue-api.ts';
import { bybitListing, bybitListings, bybitOk } from './listing.ts';

const INTERVALS = ['5', '15', '30', '60', '120', '240', '360', '720', 'D', 'W'];

export function kline({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bybitListing(market, query);
  const bars = newestBars({
    market,
    venue: 'bybit',
    base: listing.base,
    seconds: intervalS(query.get('interval'), INTERVALS),
    startMs: timeOf(query, 'start'),
    endMs: timeOf(query, 'end'),
    limit: limitOf(query, 'limit', 200, 1000),
  });
  const price = (value: number) => decimal(value * listing.multiplier, listing.tickSize);
  const list = bars
    .toReversed()
    .map((bar) => [
      String(bar.openTimeS * 1000),
      price(bar.open),
      price(bar.high),
      price(bar.low),
      price(bar.close),
      decimal(bar.volumeBase / listing.multiplier, 0.001),
      decimal(bar.turnoverUsd, 1e-4),
    ]);
  return bybitOk({ category: 'linear', symbol: listing.symbol, list }, nowMs);
}

export function tickers(request: ApiRequest): ApiResponse {
  const { market, query, nowMs } = request;
  const listings = query.has('symbol') ? [bybitListing(market, query)] : bybitListings(market);
  const dated = query.has('symbol') ? [] : [datedTicker(request)];
  const list = [...listings.map((listing) => tickerOf(request, listing)), ...dated];
  return bybitOk({ category: 'linear', list }, nowMs);
}

function tickerOf({ market, nowMs }: ApiRequest, listing: Listing) {
  const price = market.venuePrice('bybit', listing.base) * listing.multiplier;
  const coins = market.openInterestBase(listing.base) * shareAt('bybit', nowMs / 1000);
  const day = venueBars(market, 'bybit', listing.base, 3600, nowMs / 1000 - 86_400, nowMs / 1000);
  const text = (value: number) => decimal(value, listing.tickSize);
  // Bybit counts both sides in openInterest, one in singleOpenInterest.
  return {
    symbol: listing.symbol,
    lastPrice: text(price),
    indexPrice: text(price * 1.0002),
    markPrice: text(price),
    prevPrice24h: text(day[0]!.open * listing.multiplier),
    price24hPcnt: decimal(price / (day[0]!.open * listing.multiplier) - 1, 1e-6),
    highPrice24h: text(Math.max(...day.map((bar) => bar.high)) * listing.multiplier),
    lowPrice24h: text(Math.min(...day.map((bar) => bar.low)) * listing.multiplier),
    prevPrice1h: text(day.at(-1)!.open * listing.multiplier),
    openInterest: decimal((2 * coins) / listing.multiplier, 0.001),
    openInterestValue: decimal((2 * coins * price) / listing.multiplier, 0.01),
    singleOpenInterest: decimal(coins / listing.multiplier, 0.001),
    singleOpenInterestValue: decimal((coins * price) / listing.multiplier, 0.01),
    turnover24h: decimal(
      day.reduce((sum, bar) => sum + bar.turnoverUsd, 0),
      1e-4,
    ),
    volume24h: decimal(day.reduce((sum, bar) => sum + bar.volumeBase, 0) / listing.multiplier, 1e-4),
    fundingRate: decimal(market.currentBar(listing.base).fundingRate8h),
    nextFundingTime: String(nextFundingMs(nowMs)),
    predictedDeliveryPrice: '',
    basisRate: '',
    deliveryFeeRate: '',
    deliveryTime: '0',
    ask1Size: '1.204',
    bid1Price: text(price - listing.tickSize),
    ask1Price: text(price + listing.tickSize),
    bid1Size: '0.871',
    basis: '',
    preOpenPrice: '',
    preQty: '',
    curPreListingPhase: '',
    fundingIntervalHour: '8',
    basisRateYear: '',
    fundingCap: '0.005',
  };
}

/** A dated future in the same list, with open interest of its own. */
const datedTicker = (request: ApiRequest) => ({
  ...tickerOf(request, bybitListings(request.market)[0]!),
  symbol: 'BTCUSDT-27MAR26',
  openInterest: '812.400',
  singleOpenInterest: '406.200',
  fundingRate: '',
  nextFundingTime: '0',
  deliveryTime: '1774598400000',
});

export function orderbook({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bybitListing(market, query);
  const book = bookOf(market, 'bybit', listing.base, limitOf(query, 'limit', 25, 1000));
  const rows = (side: typeof book.bids) =>
    side.map((level) => [
      decimal(level.price * listing.multiplier, listing.tickSize),
      quantity(level.quantityBase / listing.multiplier),
    ]);
  const sequence = Math.floor(nowMs / 10);
  return bybitOk(
    {
      s: listing.symbol,
      b: rows(book.bids),
      a: rows(book.asks),
      ts: nowMs,
      u: sequence,
      seq: sequence,
      cts: nowMs - 3,
    },
    nowMs,
  );
}
