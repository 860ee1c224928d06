import { bookOf } from '../../market/depth.ts';
import { venueBars } from '../../market/venue-series.ts';
import { intervalS } from '../intervals.ts';
import { type ApiRequest, type ApiResponse, BadRequest, decimal, ok, quantity } from '../venue-api.ts';
import {
  clearinghouseState,
  frontendOpenOrders,
  recentTrades,
  userAbstraction,
  userRole,
} from './accounts.ts';
import {
  BUILDER,
  BUILDER_COIN,
  BUILDER_PRICE,
  hyperliquidListing,
  hyperliquidListings,
  hyperliquidPrice,
  MARGIN_TABLES,
  UNIVERSE,
} from './assets.ts';

const INTERVALS = ['5m', '15m', '30m', '1h', '2h', '4h', '8h', '12h', '1d'];
/** Candles of an interval that exist. */
const KEPT_CANDLES = 5000;
const KEPT_FUNDINGS = 500;
const BOOK_LEVELS = 20;

type Body = Readonly<Record<string, unknown>>;

/** `POST /info`: what is asked for is in the body's `type`. */
export function info(request: ApiRequest): ApiResponse {
  const body = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Body;
  switch (body['type']) {
    case 'meta':
      return ok(body['dex'] === BUILDER ? BUILDER_META : meta());
    case 'metaAndAssetCtxs':
      return ok(
        body['dex'] === BUILDER
          ? [BUILDER_META, [BUILDER_CONTEXT]]
          : [meta(), UNIVERSE.map((asset) => context(request, asset.name))],
      );
    case 'allMids':
      return ok(mids(request));
    case 'candleSnapshot':
      return ok(candles(request, body['req'] as Body));
    case 'l2Book':
      return ok(book(request, body));
    case 'fundingHistory':
      return ok(fundingHistory(request, body));
    case 'marginTable':
      return ok(MARGIN_TABLES.find(([id]) => id === body['id'])?.[1] ?? null);
    case 'recentTrades':
      return ok(recentTrades(request, body['coin']));
    case 'clearinghouseState':
      return ok(clearinghouseState(request, body['user'], body['dex']));
    case 'frontendOpenOrders':
      return ok(frontendOpenOrders(request, body['user'], body['dex']));
    case 'userRole':
      return ok(userRole(request, body['user']));
    case 'userAbstraction':
      return ok(userAbstraction(request, body['user']));
    case 'perpDexs':
      return ok([null, { name: BUILDER, fullName: 'XYZ', assetToFundingMultiplier: [] }]);
    default:
      throw new BadRequest('Failed to deserialize the JSON body into the target type');
  }
}

/** What one builder lists: a share, settled in another dollar. */
const BUILDER_META = {
  universe: [{ name: BUILDER_COIN, szDecimals: 3, maxLeverage: 20, marginTableId: 20 }],
  marginTables: [],
  collateralToken: 268,
};

const BUILDER_CONTEXT = {
  funding: '0.0000125',
  openInterest: '84210.5',
  prevDayPx: '180.1',
  dayNtlVlm: '31500000.0',
  premium: '0.0001',
  oraclePx: String(BUILDER_PRICE),
  markPx: String(BUILDER_PRICE),
  midPx: String(BUILDER_PRICE),
  impactPxs: null,
  dayBaseVlm: '173000.0',
};

const meta = () => ({ universe: UNIVERSE, marginTables: MARGIN_TABLES, collateralToken: 0 });

const isListed = ({ market }: ApiRequest, name: string): boolean =>
  hyperliquidListings(market).some((listing) => listing.symbol === name);

/** Context of an asset; a delisted one has zeros and nulls. Funding is of one hour. */
function context(request: ApiRequest, name: string) {
  if (!isListed(request, name)) {
    return {
      funding: '0.0',
      openInterest: '0.0',
      prevDayPx: '0.37',
      dayNtlVlm: '0.0',
      premium: null,
      oraclePx: '0.3776',
      markPx: '0.3776',
      midPx: null,
      impactPxs: null,
      dayBaseVlm: '0.0',
    };
  }
  const { market, nowMs } = request;
  const listing = hyperliquidListing(market, name);
  const price = market.venuePrice('hyperliquid', listing.base) * listing.multiplier;
  const text = (value: number) => hyperliquidPrice(name, value);
  const day = venueBars(market, 'hyperliquid', listing.base, 3600, nowMs / 1000 - 86_400, nowMs / 1000);
  return {
    funding: decimal(market.currentBar(listing.base).fundingRate8h / 8, 1e-10),
    openInterest: quantity(market.venueOpenInterestBase('hyperliquid', listing.base) / listing.multiplier),
    prevDayPx: text(day[0]!.open * listing.multiplier),
    dayNtlVlm: decimal(
      day.reduce((sum, bar) => sum + bar.turnoverUsd, 0),
      1e-4,
    ),
    premium: '0.0002',
    oraclePx: text(price * 1.0002),
    markPx: text(price),
    midPx: text(price),
    impactPxs: [text(price * 0.9999), text(price * 1.0001)],
    dayBaseVlm: decimal(day.reduce((sum, bar) => sum + bar.volumeBase, 0) / listing.multiplier, 0.01),
  };
}

function mids({ market }: ApiRequest) {
  return Object.fromEntries(
    hyperliquidListings(market).map((listing) => [
      listing.symbol,
      hyperliquidPrice(listing.symbol, market.venuePrice('hyperliquid', listing.base) * listing.multiplier),
    ]),
  );
}

function candles({ market, nowMs }: ApiRequest, body: Body) {
  const listing = hyperliquidListing(market, body['coin']);
  const interval = String(body['interval']);
  const seconds = intervalS(interval, INTERVALS);
  const fromS = Math.max(Number(body['startTime']) / 1000, nowMs / 1000 - KEPT_CANDLES * seconds);
  const untilS = Number(body['endTime'] ?? nowMs) / 1000;
  const firstS = Math.floor(fromS / seconds) * seconds;
  const text = (value: number) => hyperliquidPrice(listing.symbol, value * listing.multiplier);
  return venueBars(market, 'hyperliquid', listing.base, seconds, firstS, untilS).map((bar) => ({
    t: bar.openTimeS * 1000,
    T: (bar.openTimeS + seconds) * 1000 - 1,
    s: listing.symbol,
    i: interval,
    o: text(bar.open),
    c: text(bar.close),
    h: text(bar.high),
    l: text(bar.low),
    v: quantity(bar.volumeBase / listing.multiplier),
    n: bar.trades,
  }));
}

/** Twenty levels a side; with `nSigFigs` each gathers what lies in a coarser step. */
function book({ market, nowMs }: ApiRequest, body: Body) {
  const listing = hyperliquidListing(market, body['coin']);
  const figures = typeof body['nSigFigs'] === 'number' ? body['nSigFigs'] : 5;
  const price = market.venuePrice('hyperliquid', listing.base) * listing.multiplier;
  const step = 10 ** (Math.ceil(Math.log10(price)) - figures);
  const { bids, asks } = bookOf(market, 'hyperliquid', listing.base, 1000);
  const gather = (side: typeof bids, round: (value: number) => number) => {
    const sums = new Map<number, { size: number; orders: number }>();
    for (const level of side) {
      const key = round((level.price * listing.multiplier) / step);
      const sum = sums.get(key) ?? { size: 0, orders: 0 };
      sums.set(key, { size: sum.size + level.quantityBase / listing.multiplier, orders: sum.orders + 1 });
    }
    return [...sums].slice(0, BOOK_LEVELS).map(([key, sum]) => ({
      px: hyperliquidPrice(listing.symbol, key * step),
      sz: quantity(sum.size),
      n: sum.orders,
    }));
  };
  return { coin: listing.symbol, time: nowMs, levels: [gather(bids, Math.floor), gather(asks, Math.ceil)] };
}

function fundingHistory({ market, nowMs }: ApiRequest, body: Body) {
  const listing = hyperliquidListing(market, body['coin']);
  const untilS = Number(body['endTime'] ?? nowMs) / 1000;
  return venueBars(market, 'hyperliquid', listing.base, 3600, Number(body['startTime']) / 1000, untilS)
    .slice(0, KEPT_FUNDINGS)
    .map((bar) => ({
      coin: listing.symbol,
      fundingRate: decimal(bar.fundingRate8h / 8, 1e-10),
      premium: '0.0002',
      time: bar.openTimeS * 1000,
    }));
}
