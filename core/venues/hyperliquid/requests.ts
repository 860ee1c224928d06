import type { RequestBudget } from '../venue.ts';
import type { CandleInterval, TimeRange } from '../../market/time-range.ts';
import type { HttpRequest } from '../../market/http-request.ts';
import { MINUTE_MS } from '../../market/time.ts';
import { hosts } from './hosts.ts';

const INFO = `${hosts.api}/info`;

/**
 * Half of the 1200 weight a minute that an address has, and a fifth for the accounts that the user wants to see, so that
 * they wait for nothing else.
 * @see https://hyperliquid.gitbook.io/hyperliquid-docs/for-developers/api/rate-limits-and-user-limits
 */
export const BUDGETS: readonly RequestBudget[] = [
  { id: 'hyperliquid', weight: 600, perMs: MINUTE_MS },
  { id: 'hyperliquid-accounts', weight: 240, perMs: MINUTE_MS },
];

/** Only the latest 5000 candles of an interval exist; a page of 1500 weighs 45. */
export const CANDLES_KEPT = 5000;
/** Rows of one page of candles. */
export const CANDLE_ROWS = 1500;

const WEIGHT = 20;
const CANDLES_PER_WEIGHT = 60;
const BOOK_WEIGHT = 2;
const ACCOUNT_WEIGHT = 2;
const ROLE_WEIGHT = 60;
/** One more for each twenty trades; an answer holds fewer. */
const TRADES_WEIGHT = WEIGHT + 1;

const info = (
  body: Readonly<Record<string, unknown>>,
  weight: number,
  budget = 'hyperliquid',
): HttpRequest => ({
  url: INFO,
  method: 'POST',
  body: JSON.stringify(body),
  budget,
  weight,
});

const ofAccounts = (body: Readonly<Record<string, unknown>>, weight: number): HttpRequest =>
  info(body, weight, 'hyperliquid-accounts');

/** Of the exchange itself, or of one of its builders. */
export const meta = (builder: string | null = null): HttpRequest =>
  info({ type: 'meta', ...dexOf(builder) }, WEIGHT);

/** Those who list markets of their own. */
export const builders = (): HttpRequest => info({ type: 'perpDexs' }, WEIGHT);

/**
 * Prices, open interest, funding and the day's volume of all markets of the exchange itself (null) or of one builder.
 */
export const metaAndAssetContexts = (builder: string | null): HttpRequest =>
  info({ type: 'metaAndAssetCtxs', ...dexOf(builder) }, WEIGHT);

const dexOf = (builder: string | null) => (builder === null ? {} : { dex: builder });

/** The range goes out in milliseconds; `rows`, the most that it holds, says what the answer weighs. */
export const candleSnapshot = (
  coin: string,
  interval: CandleInterval,
  range: TimeRange,
  rows: number,
): HttpRequest =>
  info(
    {
      type: 'candleSnapshot',
      req: { coin, interval, startTime: range.fromS * 1000, endTime: range.untilS * 1000 },
    },
    WEIGHT + Math.ceil(rows / CANDLES_PER_WEIGHT),
  );

/** Twenty levels a side; four significant figures make them reach beyond the touch. */
export const book = (coin: string): HttpRequest => info({ type: 'l2Book', coin, nSigFigs: 4 }, BOOK_WEIGHT);

/** The latest trades of a market, with the addresses of both sides. */
export const recentTrades = (coin: string): HttpRequest =>
  info({ type: 'recentTrades', coin }, TRADES_WEIGHT);

/**
 * What any account holds with the exchange itself (null) or with one builder; one that the user wants to see is asked
 * by {@link accountBook}.
 */
export const clearinghouseState = (user: string, builder: string | null): HttpRequest =>
  info({ type: 'clearinghouseState', user, ...dexOf(builder) }, ACCOUNT_WEIGHT);

/** Of any account; one that the user wants to see is asked by {@link accountOrders}. */
export const openOrders = (user: string, builder: string | null): HttpRequest =>
  info({ type: 'frontendOpenOrders', user, ...dexOf(builder) }, WEIGHT);

/** An account that the user wants to see: what it holds with the exchange itself, or with one of its builders. */
export const accountBook = (user: string, builder: string | null): HttpRequest =>
  ofAccounts({ type: 'clearinghouseState', user, ...dexOf(builder) }, ACCOUNT_WEIGHT);

/** Its open orders there, with those that wait for their price. */
export const accountOrders = (user: string, builder: string | null): HttpRequest =>
  ofAccounts({ type: 'frontendOpenOrders', user, ...dexOf(builder) }, WEIGHT);

/** {@link builders}, paid by the budget of accounts. */
export const accountBuilders = (): HttpRequest => ofAccounts({ type: 'perpDexs' }, WEIGHT);

/** What the address is: an account, an agent of one, or unknown to the venue. */
export const accountRole = (user: string): HttpRequest => ofAccounts({ type: 'userRole', user }, ROLE_WEIGHT);

/** Whether balances of the account back each other. */
export const accountMode = (user: string): HttpRequest =>
  ofAccounts({ type: 'userAbstraction', user }, WEIGHT);

/** Every account that trades with its value: one file of about 32 MB, behind a permission of its own. */
export const LEADERBOARD = 'https://stats-data.hyperliquid.xyz/Mainnet/leaderboard';
