import type { AssetClass } from '../../../../core/market/asset-class.ts';
import { tiersOf } from '../tier-tables.ts';
import { type ApiRequest, type ApiResponse, decimal } from '../venue-api.ts';
import { bitgetListing, bitgetListings, bitgetOk, requireProduct } from './listing.ts';

export function instruments({ market, query, nowMs }: ApiRequest): ApiResponse {
  requireProduct(query);
  const rows = [
    ...bitgetListings(market).map((listing) =>
      instrument(listing.symbol, listing.name, listing.tickSize, listing.assetClass),
    ),
    { ...instrument('LUNAUSDT', 'LUNA', 0.001), status: 'offline' },
  ];
  return bitgetOk(
    rows.filter((row) => !query.has('symbol') || row.symbol === query.get('symbol')),
    nowMs,
  );
}

function instrument(symbol: string, baseCoin: string, tickSize: number, assetClass: AssetClass = 'crypto') {
  const places = Math.round(-Math.log10(tickSize));
  return {
    symbol,
    category: 'USDT-FUTURES',
    baseCoin,
    quoteCoin: 'USDT',
    symbolType: assetClass === 'equity' ? 'stock' : 'crypto',
    isRwa: assetClass === 'crypto' ? 'NO' : 'YES',
    buyLimitPriceRatio: '0.05',
    sellLimitPriceRatio: '0.05',
    feeRateUpRatio: '0.005',
    makerFeeRate: '0.0002',
    takerFeeRate: '0.0006',
    openCostUpRatio: '0.01',
    minOrderQty: '0.0001',
    maxOrderQty: '1200',
    pricePrecision: String(places),
    quantityPrecision: '4',
    quotePrecision: '',
    priceMultiplier: decimal(tickSize, tickSize),
    quantityMultiplier: '0.0001',
    type: 'perpetual',
    minOrderAmount: '5',
    maxSymbolOrderNum: '',
    maxProductOrderNum: '400',
    maxPositionNum: '200',
    status: 'online',
    offTime: '-1',
    limitOpenTime: '-1',
    deliveryTime: '',
    deliveryStartTime: '',
    deliveryPeriod: '',
    launchTime: '0',
    fundInterval: '8',
    minLeverage: '1',
    maxLeverage: '125',
    maintainTime: '',
    maxMarketOrderQty: '220',
  };
}

/** Steps in dollars of notional, without deductions. */
export function positionLever({ market, query, nowMs }: ApiRequest): ApiResponse {
  const listing = bitgetListing(market, query);
  return bitgetOk(
    tiersOf(listing.base).map((tier, index) => ({
      symbol: listing.symbol,
      level: String(index + 1),
      startUnit: String(tier.floorUsd),
      endUnit: String(tier.capUsd),
      leverage: String(Math.min(125, tier.maxLeverage)),
      keepMarginRate: decimal(tier.maintenanceRate, 1e-4),
    })),
    nowMs,
  );
}
