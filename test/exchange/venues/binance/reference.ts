import { type ApiRequest, type ApiResponse, ok } from '../venue-api.ts';
import { tiersOf } from '../tier-tables.ts';
import type { Listing } from '../listings.ts';
import { binanceListings } from './listing.ts';

/** Listed beside the perpetuals and to be left alone: a dated future, a settled one, one of another quote. */
const DECOYS = [
  {
    symbol: 'BTCUSDT_260327',
    base: 'BTC',
    quote: 'USDT',
    contractType: 'CURRENT_QUARTER',
    status: 'TRADING',
  },
  {
    symbol: 'ETHUSDT_260327',
    base: 'ETH',
    quote: 'USDT',
    contractType: 'CURRENT_QUARTER',
    status: 'TRADING',
  },
  { symbol: 'BTCSTUSDT', base: 'BTCST', quote: 'USDT', contractType: 'PERPETUAL', status: 'SETTLING' },
  { symbol: 'BTCDOMUSDT', base: 'BTCDOM', quote: 'USDT', contractType: 'PERPETUAL', status: 'TRADING' },
  { symbol: 'BTCUSDC', base: 'BTC', quote: 'USDC', contractType: 'PERPETUAL', status: 'TRADING' },
];

export function exchangeInfo({ market, host, nowMs }: ApiRequest): ApiResponse {
  const perpetuals = binanceListings({ market, host }).map((listing) => ({
    symbol: listing.symbol,
    base: listing.symbol.replace(/USDT$/, ''),
    quote: 'USDT',
    contractType: listing.assetClass === 'crypto' ? 'PERPETUAL' : 'TRADIFI_PERPETUAL',
    status: 'TRADING',
    underlyingType: underlyingOf(listing),
    tickSize: listing.tickSize,
  }));
  return ok({
    timezone: 'UTC',
    serverTime: nowMs,
    futuresType: 'U_MARGINED',
    rateLimits: [
      { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 2400 },
      { rateLimitType: 'ORDERS', interval: 'MINUTE', intervalNum: 1, limit: 1200 },
    ],
    exchangeFilters: [],
    assets: [{ asset: 'USDT', marginAvailable: true, autoAssetExchange: '-10000' }],
    symbols: [...perpetuals, ...DECOYS.map((decoy) => ({ ...decoy, tickSize: 0.1 }))].map(symbolRow),
  });
}

const underlyingOf = ({ assetClass, isPreMarket }: Listing): string =>
  isPreMarket ? 'PREMARKET' : assetClass === 'equity' ? 'EQUITY' : 'COIN';

function symbolRow(row: (typeof DECOYS)[number] & { tickSize: number; underlyingType?: string }) {
  const tickSize = row.tickSize.toFixed(7).replace(/0+$/, '');
  return {
    symbol: row.symbol,
    pair: row.symbol.split('_')[0],
    contractType: row.contractType,
    deliveryDate: row.symbol.includes('_') ? 1774598400000 : 4133404800000,
    onboardDate: 1569398400000,
    status: row.status,
    maintMarginPercent: '2.5000',
    requiredMarginPercent: '5.0000',
    baseAsset: row.base,
    quoteAsset: row.quote,
    marginAsset: row.quote,
    pricePrecision: Math.max(0, tickSize.length - 2),
    quantityPrecision: 3,
    baseAssetPrecision: 8,
    quotePrecision: 8,
    underlyingType: row.underlyingType ?? 'COIN',
    underlyingSubType: row.contractType === 'TRADIFI_PERPETUAL' ? ['TradFi'] : ['PoW'],
    triggerProtect: '0.0500',
    liquidationFee: '0.012500',
    marketTakeBound: '0.05',
    filters: [
      { filterType: 'PRICE_FILTER', minPrice: tickSize, maxPrice: '4529764', tickSize },
      { filterType: 'LOT_SIZE', stepSize: '0.001', maxQty: '1000', minQty: '0.001' },
      { filterType: 'MIN_NOTIONAL', notional: '100' },
    ],
    orderTypes: ['LIMIT', 'MARKET', 'STOP', 'STOP_MARKET', 'TAKE_PROFIT', 'TAKE_PROFIT_MARKET'],
    timeInForce: ['GTC', 'IOC', 'FOK', 'GTX', 'GTD'],
  };
}

/** Maintenance brackets of the site's own endpoint; GET, or POST with `{}` or a symbol. */
export function brackets({ market, host, body, nowMs }: ApiRequest): ApiResponse {
  const symbol = typeof body === 'object' && body !== null && 'symbol' in body ? String(body.symbol) : null;
  const listings = binanceListings({ market, host }).filter(
    (listing) => symbol === null || listing.symbol === symbol,
  );
  return ok({
    code: '000000',
    message: null,
    messageDetail: null,
    success: true,
    data: {
      brackets: listings.map((listing) => ({
        symbol: listing.symbol,
        updateTime: nowMs - 86_400_000,
        notionalLimit: tiersOf(listing.base).at(-1)!.capUsd,
        riskBrackets: tiersOf(listing.base).map((tier, index) => ({
          bracketSeq: index + 1,
          bracketNotionalFloor: tier.floorUsd,
          bracketNotionalCap: tier.capUsd,
          bracketMaintenanceMarginRate: tier.maintenanceRate,
          cumFastMaintenanceAmount: tier.deductionUsd,
          minOpenPosLeverage: 1,
          maxOpenPosLeverage: tier.maxLeverage,
        })),
      })),
    },
  });
}
