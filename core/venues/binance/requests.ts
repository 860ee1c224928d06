import type { RequestBudget } from '../venue.ts';
import type { CandleInterval, TimeRange } from '../../market/time-range.ts';
import type { HttpRequest } from '../../market/http-request.ts';
import { MINUTE_MS } from '../../market/time.ts';
import { get } from '../shared/request.ts';

/** Binance's API and trading site on the hosts of whoever speaks it. */
interface BinanceHosts {
  /** Names the budgets. */
  readonly id: string;
  readonly api: string;
  /** Behind a permission of its own: the documented way to the brackets needs a key. */
  readonly site: string;
}

/**
 * At most half of what one address may ask: 2400 weight a minute, 1000 statistics in five minutes, 500 funding answers
 * in five minutes. The site names no limit.
 * @see https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info "LIMITS"
 */
const budgetsOf = (id: string): readonly RequestBudget[] => [
  { id, weight: 600, perMs: MINUTE_MS },
  { id: `${id}-data`, weight: 250, perMs: 300_000 },
  { id: `${id}-funding`, weight: 250, perMs: 300_000 },
  { id: `${id}-site`, weight: 4, perMs: 600_000 },
];

/** Rows of one page of candles: the most that weigh 5. */
export const CANDLE_ROWS = 1000;
/** Rows of one page of open interest, of five minutes or days. */
export const OPEN_INTEREST_ROWS = 500;

const ms = (range: TimeRange) => ({ startTime: range.fromS * 1000, endTime: range.untilS * 1000 });

const weightOfKlines = (limit: number): number => {
  if (limit < 100) return 1;
  return limit < 500 ? 2 : 5;
};

export type BinanceRequests = ReturnType<typeof createRequests>;

/** The questions, each with what it takes from which budget; ranges go out in milliseconds. */
export const createRequests = ({ id, api, site }: BinanceHosts) => {
  const weighing = (weight: number) => ({ budget: id, weight });
  const data = { budget: `${id}-data`, weight: 1 };
  return {
    budgets: budgetsOf(id),
    exchangeInfo: (): HttpRequest => get(`${api}/fapi/v1/exchangeInfo`, {}, weighing(1)),

    klines: (symbol: string, interval: CandleInterval, range: TimeRange, limit: number): HttpRequest =>
      get(
        `${api}/fapi/v1/klines`,
        { symbol, interval, ...ms(range), limit },
        weighing(weightOfKlines(limit)),
      ),

    premiumIndex: (symbol: string): HttpRequest =>
      get(`${api}/fapi/v1/premiumIndex`, { symbol }, weighing(1)),

    openInterest: (symbol: string): HttpRequest =>
      get(`${api}/fapi/v1/openInterest`, { symbol }, weighing(1)),

    fundingHistory: (symbol: string): HttpRequest =>
      get(`${api}/fapi/v1/fundingRate`, { symbol, limit: 2 }, { budget: `${id}-funding`, weight: 1 }),

    /** The day's volume and change of all symbols. */
    allDayTickers: (): HttpRequest => get(`${api}/fapi/v1/ticker/24hr`, {}, weighing(40)),

    allPremiumIndexes: (): HttpRequest => get(`${api}/fapi/v1/premiumIndex`, {}, weighing(10)),

    fundingInfo: (): HttpRequest =>
      get(`${api}/fapi/v1/fundingInfo`, {}, { budget: `${id}-funding`, weight: 1 }),

    openInterestHistory: (
      symbol: string,
      period: '5m' | '1d',
      range: TimeRange,
      limit: number,
    ): HttpRequest =>
      get(`${api}/futures/data/openInterestHist`, { symbol, period, ...ms(range), limit }, data),

    accountRatio: (symbol: string): HttpRequest =>
      get(`${api}/futures/data/globalLongShortAccountRatio`, { symbol, period: '5m', limit: 1 }, data),

    depth: (symbol: string): HttpRequest => get(`${api}/fapi/v1/depth`, { symbol, limit: 500 }, weighing(10)),

    brackets: (): HttpRequest =>
      get(`${site}/bapi/futures/v1/friendly/future/common/brackets`, {}, { budget: `${id}-site`, weight: 1 }),
  };
};
