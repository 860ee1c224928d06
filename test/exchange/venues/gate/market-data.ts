import { bookOf } from '../../market/depth.ts';
import { venueBars, venueForcedCloses } from '../../market/venue-series.ts';
import { intervalS } from '../intervals.ts';
import { longShortRatioOf } from '../series-page.ts';
import { type ApiRequest, type ApiResponse, BadRequest, decimal, limitOf, ok, timeOf } from '../venue-api.ts';
import { liquidationRows } from './liquidation.ts';
import { contractsOf, gateListing } from './listing.ts';

const INTERVALS = ['5m', '15m', '30m', '1h', '4h', '8h', '1d', '7d'];
const MAX_POINTS = 2000;

/** Ascending, by range or by number, not both. Amounts in contracts. */
export function candlesticks({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = gateListing(market, query.get('contract')?.replace(/^(mark|index)_/, '') ?? null);
  const seconds = intervalS(query.get('interval') ?? '5m', INTERVALS);
  const from = timeOf(query, 'from');
  const to = timeOf(query, 'to') ?? Math.floor(nowMs / 1000);
  if (query.has('limit') && (query.has('from') || query.has('to'))) {
    throw new BadRequest('limit is conflicting with from or to');
  }
  const limit = limitOf(query, 'limit', 100, MAX_POINTS);
  const fromS = from ?? to - seconds * limit;
  if ((to - fromS) / seconds + 1 > MAX_POINTS + 1) {
    throw new BadRequest(`Candlestick too long ago. Maximum ${MAX_POINTS} points ago are allowed`);
  }
  const bars = venueBars(market, 'gate', listing.base, seconds, fromS, to);
  const price = (value: number) => decimal(value, listing.tickSize);
  return ok(
    bars.map((bar) => ({
      t: bar.openTimeS,
      o: price(bar.open),
      h: price(bar.high),
      l: price(bar.low),
      c: price(bar.close),
      v: contractsOf(listing, bar.volumeBase),
      sum: decimal(bar.turnoverUsd, 1e-4),
    })),
  );
}

/** Open interest of both sides added, ratios and liquidations of closed buckets, ascending. */
export function contractStats({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = gateListing(market, query.get('contract'));
  const seconds = intervalS(query.get('interval') ?? '5m', INTERVALS);
  const limit = limitOf(query, 'limit', 30, 100);
  const lastS = Math.floor(nowMs / 1000 / seconds) * seconds;
  const from = timeOf(query, 'from') ?? lastS - (limit - 1) * seconds;
  const untilS = Math.min(lastS, from + limit * seconds);
  const bars = venueBars(market, 'gate', listing.base, seconds, from - seconds, untilS - seconds).slice(
    0,
    limit,
  );
  const closes = venueForcedCloses(market, 'gate', listing.base, from - seconds, untilS);
  return ok(
    bars.map((bar) => {
      const time = bar.openTimeS + seconds;
      const died = (side: 'long' | 'short') =>
        closes
          .filter((close) => close.side === side && close.atS > bar.openTimeS && close.atS <= time)
          .reduce((sum, close) => sum + close.sizeBase, 0);
      const long = died('long');
      const short = died('short');
      return {
        time,
        lsr_taker: bar.takerBuyBase / (bar.volumeBase - bar.takerBuyBase),
        lsr_account: longShortRatioOf(bar),
        long_liq_size: contractsOf(listing, long),
        long_liq_amount: long,
        long_liq_usd: long * bar.close,
        short_liq_size: contractsOf(listing, short),
        short_liq_amount: short,
        short_liq_usd: short * bar.close,
        open_interest: 2 * contractsOf(listing, bar.openInterestBase),
        open_interest_usd: 2 * bar.openInterestBase * bar.close,
        top_lsr_account: longShortRatioOf(bar) * 0.92,
        top_lsr_size: 1.04,
        mark_price: Number(decimal(bar.close, listing.tickSize)),
      };
    }),
  );
}

export function fundingRates({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = gateListing(market, query.get('contract'));
  const limit = limitOf(query, 'limit', 100, 1000);
  const to = timeOf(query, 'to') ?? Math.floor(nowMs / 1000);
  const bars = venueBars(
    market,
    'gate',
    listing.base,
    28_800,
    timeOf(query, 'from') ?? to - 28_800 * limit,
    to,
  );
  return ok(
    bars
      .slice(-limit)
      .reverse()
      .map((bar) => ({ t: bar.openTimeS, r: decimal(bar.fundingRate8h, 1e-6) })),
  );
}

export function orderBook({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = gateListing(market, query.get('contract'));
  const book = bookOf(market, 'gate', listing.base, limitOf(query, 'limit', 10, 300));
  const rows = (side: typeof book.bids) =>
    side.map((level) => ({
      s: Math.max(1, contractsOf(listing, level.quantityBase)),
      p: decimal(level.price, listing.tickSize),
    }));
  const current = nowMs / 1000;
  return ok({
    id: Math.floor(nowMs / 10),
    current,
    update: current - 0.012,
    asks: rows(book.asks),
    bids: rows(book.bids),
  });
}

/** Orders of an hour at most, newest first. */
export function liquidationOrders(request: ApiRequest): ApiResponse {
  const { market, query, nowMs } = request;
  const listing = gateListing(market, query.get('contract'));
  const to = timeOf(query, 'to') ?? Math.floor(nowMs / 1000);
  const from = timeOf(query, 'from') ?? to - 3600;
  if (to - from > 3600) throw new BadRequest('Invalid request parameter, the maximum time range is 1 hour');
  const closes = venueForcedCloses(market, 'gate', listing.base, from - 60, nowMs / 1000);
  const rows = closes.flatMap((close) => liquidationRows(request, listing, close));
  const inside = rows.filter(({ time }) => time >= from && time <= Math.min(to, nowMs / 1000));
  const limit = limitOf(query, 'limit', 100, 100);
  return ok(inside.toSorted((a, b) => b.time - a.time).slice(0, limit));
}
