import { tiersOf } from '../tier-tables.ts';
import { type ApiRequest, type ApiResponse, decimal } from '../venue-api.ts';
import { bitgetListing, bitgetListings, bitgetOk, requireProduct } from './listing.ts';

export function contracts({ market, query, nowMs }: ApiRequest): ApiResponse {
  requireProduct(query);
  const rows = [
    ...bitgetListings(market).map((listing) =>
      contract(listing.symbol, listing.base, 'perpetual', listing.tickSize),
    ),
    contract('BTCUSDT260327', 'BTC', 'delivery', 0.1),
    { ...contract('LUNAUSDT', 'LUNA', 'perpetual', 0.001), symbolStatus: 'off' },
  ];
  return bitgetOk(
    rows.filter((row) => !query.has('symbol') || row.symbol === query.get('symbol')),
    nowMs,
  );
}

function contract(symbol: string, baseCoin: string, symbolType: string, tickSize: number) {
  const places = Math.round(-Math.log10(tickSize));
  return {
    symbol,
    baseCoin,
    quoteCoin: 'USDT',
    buyLimitPriceRatio: '0.05',
    sellLimitPriceRatio: '0.05',
    feeRateUpRatio: '0.005',
    makerFeeRate: '0.0002',
    takerFeeRate: '0.0006',
    openCostUpRatio: '0.01',
    supportMarginCoins: ['USDT'],
    minTradeNum: '0.0001',
    priceEndStep: '1',
    volumePlace: '4',
    pricePlace: String(places),
    sizeMultiplier: '0.0001',
    symbolType,
    minTradeUSDT: '5',
    maxSymbolOrderNum: '200',
    maxProductOrderNum: '1000',
    maxPositionNum: '150',
    symbolStatus: 'normal',
    offTime: '-1',
    limitOpenTime: '-1',
    deliveryTime: symbolType === 'delivery' ? '1774598400000' : '',
    deliveryStartTime: '',
    deliveryPeriod: symbolType === 'delivery' ? 'this_quarter' : '',
    launchTime: '',
    fundInterval: '8',
    minLever: '1',
    maxLever: '125',
    posLimit: '0.1',
    maintainTime: '',
    openTime: '',
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
