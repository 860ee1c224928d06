import type { RequestBudget } from '../venue.ts';
import type { CandleInterval, TimeRange } from '../../market/time-range.ts';
import type { HttpRequest } from '../../market/http-request.ts';
import { get } from '../shared/request.ts';
import { hosts } from './hosts.ts';

const API = `${hosts.api}/api/v5`;

/**
 * Limits are for an address and an endpoint: 20 in two seconds for market data, 10 for the public and trading-data
 * endpoints, 5 for the account ratio. A budget under the smallest limit in each group: history, which is the longest load,
 * does not wait for the prices of many markets.
 * @see https://www.okx.com/docs-v5/en/#overview-rate-limits
 */
export const BUDGETS: readonly RequestBudget[] = [
  { id: 'okx', weight: 14, perMs: 2000 },
  { id: 'okx-public', weight: 8, perMs: 2000 },
  { id: 'okx-statistics', weight: 4, perMs: 2000 },
];

const market = { budget: 'okx', weight: 1 };
const told = { budget: 'okx-public', weight: 1 };
const slow = (weight: number) => ({ budget: 'okx-statistics', weight });

/** Rows of a page of the endpoint for candles of any time. */
export const CANDLE_ROWS = 100;
/** Rows of a page of the endpoint for the latest {@link RECENT_BARS} candles. */
export const RECENT_CANDLE_ROWS = 300;
/** Candles that the endpoint for the latest reaches back. */
export const RECENT_BARS = 1440;
/** Rows of one page of open interest, of five minutes or days. */
export const STATISTICS_ROWS = 100;

/** Bars of a day begin at midnight UTC only when asked for so. */
const BARS: Readonly<Record<CandleInterval, string>> = { '5m': '5m', '1h': '1H', '1d': '1Dutc' };

type InstrumentType = 'SWAP' | 'FUTURES';

/** X-perps are listed among the dated futures. */
const typeOf = (instrumentId: string): InstrumentType =>
  instrumentId.endsWith('-SWAP') ? 'SWAP' : 'FUTURES';

/** `BTC-USDT` of `BTC-USDT-SWAP`, `BTC-USD_UM_XPERP` of `BTC-USD_UM_XPERP-310404`. */
export const familyOf = (instrumentId: string): string => instrumentId.replace(/-(SWAP|\d{6})$/, '');

/** All contracts of a type; X-perps are among `FUTURES`. */
export const instruments = (instType: InstrumentType): HttpRequest =>
  get(`${API}/public/instruments`, { instType }, market);

/** `after` and `before` exclude the times they name. More rows than history has on a page are asked of the latest candles. */
export const candles = (
  instId: string,
  interval: CandleInterval,
  range: TimeRange,
  limit: number,
): HttpRequest =>
  get(
    `${API}/market/${limit > CANDLE_ROWS ? 'candles' : 'history-candles'}`,
    {
      instId,
      bar: BARS[interval],
      after: range.untilS * 1000 + 1,
      before: range.fromS * 1000 - 1,
      limit,
    },
    market,
  );

/** The mark price of one contract; its other prices are not asked. */
export const markPrice = (instId: string): HttpRequest =>
  get(`${API}/public/mark-price`, { instType: typeOf(instId), instId }, told);

/** The rate of one contract, when it is paid and when the last one was. */
export const fundingRate = (instId: string): HttpRequest =>
  get(`${API}/public/funding-rate`, { instId }, told);

/** Open interest now of one contract. */
export const openInterest = (instId: string): HttpRequest =>
  get(`${API}/public/open-interest`, { instType: typeOf(instId), instId }, market);

/** Prices and volumes of all swaps. */
export const allTickers = (): HttpRequest => get(`${API}/market/tickers`, { instType: 'SWAP' }, market);

/** Open interest now of all swaps. */
export const allOpenInterest = (): HttpRequest =>
  get(`${API}/public/open-interest`, { instType: 'SWAP' }, market);

/** "ANY to return the funding rate info of all swap symbols". */
export const allFundingRates = (): HttpRequest => get(`${API}/public/funding-rate`, { instId: 'ANY' }, told);

/** Days begin at midnight UTC only when asked for so. */
export const openInterestHistory = (
  instId: string,
  period: '5m' | '1Dutc',
  range: TimeRange,
  limit: number,
): HttpRequest =>
  get(
    `${API}/rubik/stat/contracts/open-interest-history`,
    { instId, period, begin: range.fromS * 1000, end: range.untilS * 1000, limit },
    slow(1),
  );

/** The latest row of five minutes; it weighs two, for its limit is half of the others'. */
export const accountRatio = (instId: string): HttpRequest =>
  get(
    `${API}/rubik/stat/contracts/long-short-account-ratio-contract`,
    { instId, period: '5m', limit: 1 },
    slow(2),
  );

/** 400 levels a side. */
export const books = (instId: string): HttpRequest => get(`${API}/market/books`, { instId, sz: 400 }, market);

/** Tiers of the contract's family where margin is isolated. */
export const positionTiers = (instId: string): HttpRequest =>
  get(
    `${API}/public/position-tiers`,
    { instType: typeOf(instId), tdMode: 'isolated', instFamily: familyOf(instId) },
    told,
  );

/** Rows of forced orders in one answer, the newest. */
export const LIQUIDATION_ROWS = 100;

/** The newest {@link LIQUIDATION_ROWS} of the contract's family in the range that were filled. */
export const liquidations = (instId: string, range: TimeRange): HttpRequest =>
  get(
    `${API}/public/liquidation-orders`,
    {
      instType: typeOf(instId),
      instFamily: familyOf(instId),
      state: 'filled',
      after: range.untilS * 1000 + 1,
      before: range.fromS * 1000 - 1,
      limit: LIQUIDATION_ROWS,
    },
    market,
  );
