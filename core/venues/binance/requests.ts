import type { RequestBudget } from '../venue.ts';
import type { CandleInterval, TimeRange } from '../../market/time-range.ts';
import type { HttpRequest } from '../../market/http-request.ts';
import { get } from '../shared/request.ts';

const API = 'https://fapi.binance.com';

/** The trading site, behind a permission of its own: the documented way to the brackets needs a key. */
const SITE = 'https://www.binance.com';

/**
 * At most half of what one address may ask: 2400 weight a minute, 1000 statistics in five minutes, 500 funding answers
 * in five minutes. The site names no limit.
 * @see https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info "LIMITS"
 */
export const BUDGETS: readonly RequestBudget[] = [
  { id: 'binance', weight: 600, perMs: 60_000 },
  { id: 'binance-data', weight: 250, perMs: 300_000 },
  { id: 'binance-funding', weight: 250, perMs: 300_000 },
  { id: 'binance-site', weight: 4, perMs: 600_000 },
];

const api = (weight: number) => ({ budget: 'binance', weight });
const data = { budget: 'binance-data', weight: 1 };

/** Rows of one page of candles: the most that weigh 5. */
export const CANDLE_ROWS = 1000;
export const OPEN_INTEREST_ROWS = 500;

const ms = (range: TimeRange) => ({ startTime: range.fromS * 1000, endTime: range.untilS * 1000 });

export const exchangeInfo = (): HttpRequest => get(`${API}/fapi/v1/exchangeInfo`, {}, api(1));

export const klines = (
  symbol: string,
  interval: CandleInterval,
  range: TimeRange,
  limit: number,
): HttpRequest =>
  get(`${API}/fapi/v1/klines`, { symbol, interval, ...ms(range), limit }, api(weightOfKlines(limit)));

const weightOfKlines = (limit: number): number => {
  if (limit < 100) return 1;
  return limit < 500 ? 2 : 5;
};

export const premiumIndex = (symbol: string): HttpRequest =>
  get(`${API}/fapi/v1/premiumIndex`, { symbol }, api(1));

export const openInterest = (symbol: string): HttpRequest =>
  get(`${API}/fapi/v1/openInterest`, { symbol }, api(1));

export const fundingHistory = (symbol: string): HttpRequest =>
  get(`${API}/fapi/v1/fundingRate`, { symbol, limit: 2 }, { budget: 'binance-funding', weight: 1 });

export const openInterestHistory = (symbol: string, range: TimeRange, limit: number): HttpRequest =>
  get(`${API}/futures/data/openInterestHist`, { symbol, period: '5m', ...ms(range), limit }, data);

export const accountRatio = (symbol: string): HttpRequest =>
  get(`${API}/futures/data/globalLongShortAccountRatio`, { symbol, period: '5m', limit: 1 }, data);

export const depth = (symbol: string): HttpRequest =>
  get(`${API}/fapi/v1/depth`, { symbol, limit: 500 }, api(10));

export const brackets = (): HttpRequest =>
  get(`${SITE}/bapi/futures/v1/friendly/future/common/brackets`, {}, { budget: 'binance-site', weight: 1 });
