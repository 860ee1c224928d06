import { bookOf } from '../../market/depth.ts';
import { venueBars } from '../../market/venue-series.ts';
import { intervalS } from '../intervals.ts';
import {
  type ApiRequest,
  type ApiResponse,
  BadRequest,
  decimal,
  limitOf,
  ok,
  quantity,
  timeOf,
} from '../venue-api.ts';
import { binanceListing, binanceListings, venueOf } from './listing.ts';

const INTERVALS = ['5m', '15m', '30m', '1h', '2h', '4h', '6h', '8h', '12h', '1d'];
const HOURS_8_MS = 28_800_000;

export function klines({ market, host, query, nowMs }: ApiRequest): ApiResponse {
  const listing = binanceListing({ market, host }, query.get('symbol'));
  const seconds = intervalS(query.get('interval'), INTERVALS);
  const limit = limitOf(query, 'limit', 500, 1500);
  const startMs = timeOf(query, 'startTime');
  const untilS = Math.floor((timeOf(query, 'endTime') ?? nowMs) / 1000);
  const fromS = startMs === null ? untilS - seconds * limit : Math.ceil(startMs / 1000);
  const bars = venueBars(market, venueOf(host), listing.base, seconds, fromS, untilS);
  const page = startMs === null ? bars.slice(-limit) : bars.slice(0, limit);
  const price = (value: number) => decimal(value * listing.multiplier, listing.tickSize);
  return ok(
    page.map((bar) => [
      bar.openTimeS * 1000,
      price(bar.open),
      price(bar.high),
      price(bar.low),
      price(bar.close),
      decimal(bar.volumeBase / listing.multiplier, 0.001),
      (bar.openTimeS + seconds) * 1000 - 1,
      decimal(bar.turnoverUsd, 1e-5),
      bar.trades,
      decimal(bar.takerBuyBase / listing.multiplier, 0.001),
      decimal((bar.turnoverUsd * bar.takerBuyBase) / bar.volumeBase, 1e-5),
      '0',
    ]),
  );
}

export function premiumIndex(request: ApiRequest): ApiResponse {
  const symbol = request.query.get('symbol');
  if (symbol !== null) return ok(premiumOf(request, symbol));
  return ok(binanceListings(request).map((listing) => premiumOf(request, listing.symbol)));
}

function premiumOf({ market, host, nowMs }: ApiRequest, symbol: string) {
  const listing = binanceListing({ market, host }, symbol);
  const price = market.venuePrice(venueOf(host), listing.base) * listing.multiplier;
  return {
    symbol,
    markPrice: decimal(price, 1e-8),
    indexPrice: decimal(price * 1.00021, 1e-8),
    estimatedSettlePrice: decimal(price * 1.0001, 1e-8),
    lastFundingRate: decimal(market.currentBar(listing.base).fundingRate8h),
    interestRate: '0.00010000',
    nextFundingTime: Math.floor(nowMs / HOURS_8_MS + 1) * HOURS_8_MS,
    time: nowMs,
  };
}

/** The last 24 hours of all symbols, or of one. */
export function dayTickers(request: ApiRequest): ApiResponse {
  const { market, host, query, nowMs } = request;
  const venue = venueOf(host);
  const symbol = query.get('symbol');
  const rows = binanceListings(request)
    .filter((listing) => symbol === null || listing.symbol === symbol)
    .map((listing) => {
      const day = venueBars(market, venue, listing.base, 3600, nowMs / 1000 - 86_400, nowMs / 1000);
      const price = market.venuePrice(venue, listing.base) * listing.multiplier;
      const open = day[0]!.open * listing.multiplier;
      const text = (value: number) => decimal(value, listing.tickSize);
      const sum = (of: (bar: (typeof day)[number]) => number) =>
        day.reduce((total, bar) => total + of(bar), 0);
      return {
        symbol: listing.symbol,
        priceChange: text(price - open),
        priceChangePercent: decimal(100 * (price / open - 1), 1e-3),
        weightedAvgPrice: text((price + open) / 2),
        lastPrice: text(price),
        lastQty: '16',
        openPrice: text(open),
        highPrice: text(Math.max(...day.map(({ high }) => high)) * listing.multiplier),
        lowPrice: text(Math.min(...day.map(({ low }) => low)) * listing.multiplier),
        volume: decimal(sum(({ volumeBase }) => volumeBase) / listing.multiplier, 1),
        quoteVolume: decimal(
          sum(({ turnoverUsd }) => turnoverUsd),
          1e-7,
        ),
        openTime: nowMs - 86_400_000,
        closeTime: nowMs,
        firstId: 72_234_973,
        lastId: 72_423_677,
        count: 188_700,
      };
    });
  return ok(symbol === null ? rows : rows[0]);
}

/** Symbols whose interval or bounds of funding were changed, and those that trade no more among them. */
export const fundingInfo = (request: ApiRequest): ApiResponse =>
  ok(
    ['BLZUSDT', binanceListings(request)[0]!.symbol].map((symbol, index) => ({
      symbol,
      adjustedFundingRateCap: '0.03000000',
      adjustedFundingRateFloor: '-0.03000000',
      fundingIntervalHours: index === 0 ? 4 : 8,
      disclaimer: false,
    })),
  );

export function fundingRate({ market, host, query, nowMs }: ApiRequest): ApiResponse {
  const listing = binanceListing({ market, host }, query.get('symbol'));
  const limit = limitOf(query, 'limit', 200, 1000);
  const untilS = Math.floor((timeOf(query, 'endTime') ?? nowMs) / 1000);
  const fromS = Math.ceil((timeOf(query, 'startTime') ?? (untilS - 28_800 * limit) * 1000) / 1000);
  const bars = venueBars(market, venueOf(host), listing.base, 28_800, fromS, untilS);
  return ok(
    bars.slice(-limit).map((bar) => ({
      symbol: listing.symbol,
      fundingTime: bar.openTimeS * 1000,
      fundingRate: decimal(bar.fundingRate8h),
      markPrice: decimal(bar.open * listing.multiplier),
    })),
  );
}

export function openInterest({ market, host, query, nowMs }: ApiRequest): ApiResponse {
  const listing = binanceListing({ market, host }, query.get('symbol'));
  const coins = market.venueOpenInterestBase(venueOf(host), listing.base);
  return ok({
    symbol: listing.symbol,
    openInterest: decimal(coins / listing.multiplier, 0.001),
    time: nowMs,
  });
}

const DEPTH_LIMITS = [5, 10, 20, 50, 100, 500, 1000];

export function depth({ market, host, query, nowMs }: ApiRequest): ApiResponse {
  const listing = binanceListing({ market, host }, query.get('symbol'));
  const limit = limitOf(query, 'limit', 500, 1e6);
  if (!DEPTH_LIMITS.includes(limit)) throw new BadRequest('Invalid depth limit.');
  const book = bookOf(market, venueOf(host), listing.base, limit);
  const rows = (side: typeof book.bids) =>
    side.map((level) => [
      decimal(level.price * listing.multiplier, listing.tickSize),
      quantity(level.quantityBase / listing.multiplier),
    ]);
  return ok({
    lastUpdateId: Math.floor(nowMs / 10),
    E: nowMs,
    T: nowMs - 4,
    bids: rows(book.bids),
    asks: rows(book.asks),
  });
}
