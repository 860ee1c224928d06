import type { RequestBudget } from '../venue.ts';
import type { CandleInterval, TimeRange } from '../../market/time-range.ts';
import type { HttpRequest } from '../../market/http-request.ts';
import { HOUR_S } from '../../market/time.ts';
import { get } from '../shared/request.ts';
import { hosts } from './hosts.ts';

const API = `${hosts.api}/api/v4/futures/usdt`;

/**
 * Half of the 200 requests in ten seconds that an address has for each endpoint, over all of them.
 * @see https://www.gate.com/docs/developers/apiv4/#frequency-limit-rule
 */
export const BUDGETS: readonly RequestBudget[] = [{ id: 'gate', weight: 100, perMs: 10_000 }];

/** "A maximum of 2000 points can be returned"; both ends of a range are points. */
export const CANDLE_ROWS = 1900;
/** Rows of one page of statistics, of five minutes or days. */
export const STATISTICS_ROWS = 100;

/** Rows of forced orders in one answer, the newest. */
export const LIQUIDATION_ROWS = 100;

/** The longest window of forced orders that one answer covers. */
const LIQUIDATION_WINDOW_S = HOUR_S;

/** Without it sizes of a fraction of a contract, as ETH and SOL have them, are cut to whole ones. */
const SIZES_AS_THEY_ARE = { 'X-Gate-Size-Decimal': '1' };

const request = (path: string, query: Readonly<Record<string, string | number>>): HttpRequest => ({
  ...get(`${API}/${path}`, query, { budget: 'gate', weight: 1 }),
  headers: SIZES_AS_THEY_ARE,
});

/** All contracts, with prices, open interest of one side and funding. */
export const contracts = (): HttpRequest => request('contracts', {});

/** The same of one contract. */
export const contract = (name: string): HttpRequest => request(`contracts/${encodeURIComponent(name)}`, {});

/** The day's volume and change of all contracts. */
export const tickers = (): HttpRequest => request('tickers', {});

/** The range is in seconds and says how many rows come: at most {@link CANDLE_ROWS} may lie in it. */
export const candlesticks = (contract: string, interval: CandleInterval, range: TimeRange): HttpRequest =>
  request('candlesticks', { contract, interval, from: range.fromS, to: range.untilS });

/**
 * Open interest and account ratio from `fromS` on, epoch seconds; `limit` is at most {@link STATISTICS_ROWS}.
 */
export const contractStats = (
  contract: string,
  interval: '5m' | '1d',
  fromS: number,
  limit: number,
): HttpRequest => request('contract_stats', { contract, interval, from: fromS, limit });

/** The latest row of five minutes. */
export const latestStats = (contract: string): HttpRequest =>
  request('contract_stats', { contract, interval: '5m', limit: 1 });

/** 100 levels a side, at their own prices. */
export const orderBook = (contract: string): HttpRequest =>
  request('order_book', { contract, interval: 0, limit: 100 });

/** All tiers of one contract. */
export const riskLimitTiers = (contract: string): HttpRequest => request('risk_limit_tiers', { contract });

/** Of a range longer than an hour the last hour. */
export const liquidations = (contract: string, range: TimeRange): HttpRequest =>
  request('liq_orders', {
    contract,
    from: Math.max(range.fromS, range.untilS - LIQUIDATION_WINDOW_S),
    to: range.untilS,
    limit: LIQUIDATION_ROWS,
  });
