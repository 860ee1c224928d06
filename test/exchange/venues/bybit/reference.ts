import type { Listing } from '../listings.ts';
import { tiersOf } from '../tier-tables.ts';
import { type ApiRequest, type ApiResponse, BadRequest, decimal, limitOf } from '../venue-api.ts';
import { bybitListing, bybitListings, bybitOk } from './listing.ts';

export function instruments({ market, query, nowMs }: ApiRequest): ApiResponse {
  const category = query.get('category');
  if (category === 'inverse') {
    const row = instrumentRow('BTCUSD', 'BTC', 'USD', 'InversePerpetual', 0.1);
    return bybitOk({ category, nextPageCursor: '', list: [row] }, nowMs);
  }
  if (category !== 'linear') throw new BadRequest('params error: category is invalid');
  const list = [
    ...bybitListings(market).map((listing) => ({
      ...instrumentRow(
        listing.symbol,
        listing.symbol.replace(/USDT$/, ''),
        'USDT',
        'LinearPerpetual',
        listing.tickSize,
      ),
      symbolType: listing.assetClass === 'equity' ? 'stock' : '',
      isPreListing: listing.isPreMarket,
    })),
    instrumentRow('BTCPERP', 'BTC', 'USDC', 'LinearPerpetual', 0.1),
    instrumentRow('BTCUSDT-27MAR26', 'BTC', 'USDT', 'LinearFutures', 0.1),
    { ...instrumentRow('LUNAUSDT', 'LUNA', 'USDT', 'LinearPerpetual', 0.1), status: 'Closed' },
    instrumentRow('币安人生USDT', '币安人生', 'USDT', 'LinearPerpetual', 0.00001),
  ].filter((row) => !query.has('symbol') || row.symbol === query.get('symbol'));
  const limit = Math.min(limitOf(query, 'limit', 500, 1000), MOST_ON_A_PAGE);
  const begin = list.findIndex(({ symbol }) => `first=${symbol}` === query.get('cursor'));
  const page = list.slice(Math.max(begin, 0), Math.max(begin, 0) + limit);
  const next = list[list.indexOf(page.at(-1)!) + 1];
  return bybitOk({ category, nextPageCursor: next ? `first=${next.symbol}` : '', list: page }, nowMs);
}

/** Fewer than the venue's thousand: our list is shorter and is to have a second page all the same. */
const MOST_ON_A_PAGE = 4;

const instrumentRow = (
  symbol: string,
  baseCoin: string,
  quoteCoin: string,
  contractType: string,
  tickSize: number,
) => ({
  symbol,
  contractType,
  status: 'Trading',
  baseCoin,
  quoteCoin,
  launchTime: '1584230400000',
  deliveryTime: contractType === 'LinearFutures' ? '1774598400000' : '0',
  deliveryFeeRate: '',
  priceScale: '2',
  leverageFilter: { minLeverage: '1', maxLeverage: '100.00', leverageStep: '0.01' },
  priceFilter: {
    minPrice: '0.10',
    maxPrice: '1999999.80',
    tickSize: tickSize.toFixed(10).replace(/0+$/, ''),
  },
  lotSizeFilter: { maxOrderQty: '1190.000', minOrderQty: '0.001', qtyStep: '0.001', minNotionalValue: '5' },
  unifiedMarginTrade: true,
  fundingInterval: 480,
  settleCoin: contractType === 'InversePerpetual' ? baseCoin : quoteCoin,
  copyTrading: 'both',
  upperFundingRate: '0.005',
  lowerFundingRate: '-0.005',
  isPreListing: false,
  symbolType: '',
});

/** Without a symbol, fifteen symbols on a page. */
export function riskLimit({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listings = query.has('symbol') ? [bybitListing(market, query)] : bybitListings(market).slice(0, 15);
  return bybitOk({ category: 'linear', list: listings.flatMap(riskRows), nextPageCursor: '' }, nowMs);
}

const riskRows = (listing: Listing) =>
  tiersOf(listing.base).map((tier, index) => ({
    id: index + 1,
    symbol: listing.symbol,
    riskLimitValue: String(tier.capUsd),
    maintenanceMargin: decimal(tier.maintenanceRate, 1e-4),
    initialMargin: decimal(1 / tier.maxLeverage, 1e-4),
    isLowestRisk: index === 0 ? 1 : 0,
    maxLeverage: decimal(tier.maxLeverage, 0.01),
    mmDeduction: tier.deductionUsd === 0 ? '' : String(tier.deductionUsd),
  }));
