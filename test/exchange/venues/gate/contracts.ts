import { venueBars } from '../../market/venue-series.ts';
import type { Listing } from '../listings.ts';
import { nextFundingMs } from '../series-page.ts';
import { tiersOf } from '../tier-tables.ts';
import { type ApiRequest, type ApiResponse, decimal, ok } from '../venue-api.ts';
import { contractsOf, gateListing, gateListings } from './listing.ts';

export const contracts = (request: ApiRequest): ApiResponse =>
  ok([
    ...gateListings(request.market).map((listing) => contractRow(request, listing)),
    {
      ...contractRow(request, gateListings(request.market)[0]!),
      name: 'LUNA_USDT',
      in_delisting: true,
      status: 'delisted',
    },
  ]);

export const contract = (request: ApiRequest): ApiResponse =>
  ok(contractRow(request, gateListing(request.market, request.path.split('/').at(-1) ?? null)));

function contractRow({ market, nowMs }: ApiRequest, listing: Listing) {
  const price = market.venuePrice('gate', listing.base);
  const text = decimal(price, listing.tickSize);
  const funding = decimal(market.currentBar(listing.base).fundingRate8h, 1e-6);
  return {
    funding_rate_indicative: funding,
    mark_price_round: decimal(listing.tickSize, listing.tickSize),
    funding_offset: 0,
    in_delisting: false,
    risk_limit_base: '1000000',
    interest_rate: '0.0003',
    index_price: decimal(price * 1.0002, listing.tickSize),
    order_price_round: decimal(listing.tickSize, listing.tickSize),
    order_size_min: 1,
    ref_rebate_rate: '0.2',
    name: listing.symbol,
    ref_discount_rate: '0',
    order_price_deviate: '0.2',
    maintenance_rate: decimal(tiersOf(listing.base)[0]!.maintenanceRate, 1e-4),
    mark_type: 'index',
    funding_interval: 28_800,
    type: 'direct',
    risk_limit_step: '1000000',
    enable_bonus: true,
    enable_credit: true,
    leverage_min: '1',
    leverage_max: '125',
    funding_rate: funding,
    last_price: text,
    mark_price: text,
    order_size_max: 1_000_000,
    funding_next_apply: nextFundingMs(nowMs) / 1000,
    short_users: 4_021,
    long_users: 6_310,
    config_change_time: 1_782_119_113,
    create_time: 1_546_905_600,
    trade_size: 28_530_850_594,
    position_size: contractsOf(listing, market.venueOpenInterestBase('gate', listing.base)),
    quanto_multiplier: decimal(listing.contractSize, listing.contractSize),
    funding_impact_value: '60000',
    cross_leverage_default: '10',
    risk_limit_max: '100000000',
    maker_fee_rate: '-0.0001',
    taker_fee_rate: '0.00075',
    orders_limit: 100,
    trade_id: 10_376_084,
    orderbook_id: Math.floor(nowMs / 10),
    funding_cap_ratio: '0.75',
    voucher_leverage: '0',
    is_pre_market: listing.isPreMarket,
    contract_type: listing.assetClass === 'equity' ? 'stocks' : '',
    status: 'trading',
    launch_time: 1_546_905_600,
  };
}

/** Prices and the last 24 hours of all contracts; `total_size` adds longs and shorts. */
export const tickers = ({ market, nowMs }: ApiRequest): ApiResponse =>
  ok(
    gateListings(market).map((listing) => {
      const price = market.venuePrice('gate', listing.base);
      const day = venueBars(market, 'gate', listing.base, 3600, nowMs / 1000 - 86_400, nowMs / 1000);
      const sum = (of: (bar: (typeof day)[number]) => number) =>
        day.reduce((total, bar) => total + of(bar), 0);
      const coins = sum(({ volumeBase }) => volumeBase);
      const turnover = decimal(
        sum(({ turnoverUsd }) => turnoverUsd),
        1,
      );
      const text = (value: number) => decimal(value, listing.tickSize);
      const funding = decimal(market.currentBar(listing.base).fundingRate8h, 1e-6);
      return {
        contract: listing.symbol,
        last: text(price),
        low_24h: text(Math.min(...day.map(({ low }) => low))),
        high_24h: text(Math.max(...day.map(({ high }) => high))),
        change_percentage: decimal(100 * (price / day[0]!.open - 1), 0.01),
        total_size: String(2 * contractsOf(listing, market.venueOpenInterestBase('gate', listing.base))),
        volume_24h: String(contractsOf(listing, coins)),
        volume_24h_base: decimal(coins, 1),
        volume_24h_quote: turnover,
        volume_24h_settle: turnover,
        mark_price: text(price),
        funding_rate: funding,
        funding_rate_indicative: funding,
        index_price: text(price * 1.0002),
        quanto_multiplier: decimal(listing.contractSize, listing.contractSize),
      };
    }),
  );

/** Progressive steps with deductions; of all contracts if none is named. */
export function riskLimitTiers({ market, query }: ApiRequest): ApiResponse {
  const name = query.get('contract');
  const listings = name === null ? gateListings(market) : [gateListing(market, name)];
  return ok(
    listings.flatMap((listing) =>
      tiersOf(listing.base).map((tier, index) => ({
        tier: index + 1,
        risk_limit: String(tier.capUsd),
        initial_rate: decimal(1 / tier.maxLeverage, 1e-6),
        maintenance_rate: decimal(tier.maintenanceRate, 1e-4),
        leverage_max: String(tier.maxLeverage),
        contract: listing.symbol,
        deduction: String(tier.deductionUsd),
      })),
    ),
  );
}
