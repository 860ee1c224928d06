import type { RequestBudget } from '../venue.ts';
import type { CandleInterval, TimeRange } from '../../market/time-range.ts';
import type { HttpRequest } from '../../market/http-request.ts';
import { get } from '../shared/request.ts';
import { hosts } from './hosts.ts';

const API = `${hosts.api}/v5/market`;

/**
 * A tenth of what one address may ask: 600 requests in five seconds, then silence for ten minutes.
 * @see https://bybit-exchange.github.io/docs/v5/rate-limit
 */
export const BUDGETS: readonly RequestBudget[] = [{ id: 'bybit', weight: 60, perMs: 5000 }];

/** Rows of one page of candles. */
export const CANDLE_ROWS = 1000;
/** Rows of one page of open interest, of five minutes or days. */
export const OPEN_INTEREST_ROWS = 200;

const INTERVALS: Readonly<Record<CandleInterval, string>> = { '5m': '5', '1h': '60', '1d': 'D' };

const linear = (path: string, query: Readonly<Record<string, string | number>>): HttpRequest =>
  get(`${API}/${path}`, { category: 'linear', ...query }, { budget: 'bybit', weight: 1 });

/** `cursor` is what the page before named as its next. */
export const instruments = (cursor?: string): HttpRequest =>
  linear('instruments-info', { limit: 1000, ...(cursor === undefined ? {} : { cursor }) });

/** The range goes out in milliseconds; `limit` is at most {@link CANDLE_ROWS}. */
export const klines = (
  symbol: string,
  interval: CandleInterval,
  range: TimeRange,
  limit: number,
): HttpRequest =>
  linear('kline', {
    symbol,
    interval: INTERVALS[interval],
    start: range.fromS * 1000,
    end: range.untilS * 1000,
    limit,
  });

/** Prices, open interest and funding of one contract. */
export const tickers = (symbol: string): HttpRequest => linear('tickers', { symbol });

/** Of all contracts. */
export const allTickers = (): HttpRequest => linear('tickers', {});

/** The range goes out in milliseconds; `limit` is at most {@link OPEN_INTEREST_ROWS}. */
export const openInterest = (
  symbol: string,
  intervalTime: '5min' | '1d',
  range: TimeRange,
  limit: number,
): HttpRequest =>
  linear('open-interest', {
    symbol,
    intervalTime,
    startTime: range.fromS * 1000,
    endTime: range.untilS * 1000,
    limit,
  });

/** The latest row of five minutes. */
export const accountRatio = (symbol: string): HttpRequest =>
  linear('account-ratio', { symbol, period: '5min', limit: 1 });

/** 500 levels a side. */
export const orderbook = (symbol: string): HttpRequest => linear('orderbook', { symbol, limit: 500 });

/** All tiers of one contract. */
export const riskLimit = (symbol: string): HttpRequest => linear('risk-limit', { symbol });
