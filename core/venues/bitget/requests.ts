import type { RequestBudget } from '../venue.ts';
import type { CandleInterval, TimeRange } from '../../market/time-range.ts';
import type { HttpRequest } from '../../market/http-request.ts';
import { INTERVAL_S } from '../shared/candles.ts';
import { get } from '../shared/request.ts';
import { hosts } from './hosts.ts';

const MARKET = `${hosts.api}/api/v2/mix/market`;
const PRODUCT = { productType: 'USDT-FUTURES' };

/**
 * Of 6000 requests a minute and 20 a second and endpoint; ratios are limited to one a second, liquidations to five.
 * @see https://www.bitget.com/api-doc/common/signature-samaple/interface-restrictions
 */
export const BUDGETS: readonly RequestBudget[] = [
  { id: 'bitget', weight: 10, perMs: 1000 },
  { id: 'bitget-ratio', weight: 1, perMs: 2000 },
  { id: 'bitget-liquidations', weight: 2, perMs: 1000 },
];

const market = { budget: 'bitget', weight: 1 };

const GRANULARITIES: Readonly<Record<CandleInterval, string>> = { '5m': '5m', '1h': '1H', '1d': '1Dutc' };

/** Five minutes come in pages of 1000 and a month deep; other candles from the history, 200 rows and 90 days at a time. */
export const CANDLE_ROWS: Readonly<Record<CandleInterval, number>> = { '5m': 1000, '1h': 200, '1d': 89 };
const CANDLE_PATHS: Readonly<Record<CandleInterval, string>> = {
  '5m': 'candles',
  '1h': 'history-candles',
  '1d': 'history-candles',
};

/** Of the third version: only there a contract says what it is written on. */
export const instruments = (): HttpRequest =>
  get(`${hosts.api}/api/v3/market/instruments`, { category: 'USDT-FUTURES' }, market);

/** The venue does not say whether the end is included: the last moment of the last candle is right in both cases. */
export const candles = (
  symbol: string,
  interval: CandleInterval,
  range: TimeRange,
  limit: number,
): HttpRequest =>
  get(
    `${MARKET}/${CANDLE_PATHS[interval]}`,
    {
      symbol,
      ...PRODUCT,
      granularity: GRANULARITIES[interval],
      startTime: range.fromS * 1000,
      endTime: (range.untilS + INTERVAL_S[interval]) * 1000 - 1,
      limit,
    },
    market,
  );

/** Prices and open interest of one contract. */
export const ticker = (symbol: string): HttpRequest =>
  get(`${MARKET}/ticker`, { symbol, ...PRODUCT }, market);

/** The rate of one contract, its interval and when it is paid next. */
export const fundingRate = (symbol: string): HttpRequest =>
  get(`${MARKET}/current-fund-rate`, { symbol, ...PRODUCT }, market);

/** Of all contracts. */
export const allTickers = (): HttpRequest => get(`${MARKET}/tickers`, PRODUCT, market);

/** The same of all contracts. */
export const allFundingRates = (): HttpRequest => get(`${MARKET}/current-fund-rate`, PRODUCT, market);

/** Rows of five minutes, from a budget of its own. */
export const accountRatio = (symbol: string): HttpRequest =>
  get(`${MARKET}/account-long-short`, { symbol, period: '5m' }, { budget: 'bitget-ratio', weight: 1 });

/** As many levels as the venue gives. */
export const mergeDepth = (symbol: string): HttpRequest =>
  get(`${MARKET}/merge-depth`, { symbol, ...PRODUCT, limit: 'max' }, market);

/** All tiers of one contract. */
export const positionTiers = (symbol: string): HttpRequest =>
  get(`${MARKET}/query-position-lever`, { symbol, ...PRODUCT }, market);

/** Rows of forced orders in one answer, the newest. */
export const LIQUIDATION_ROWS = 100;

/** The newest {@link LIQUIDATION_ROWS} of one contract; no range can be asked for. */
export const liquidations = (symbol: string): HttpRequest =>
  get(
    `${hosts.api}/api/v3/market/liquidations`,
    { category: 'USDT-FUTURES', symbol, limit: LIQUIDATION_ROWS },
    { budget: 'bitget-liquidations', weight: 1 },
  );
