import type { RequestBudget } from '../venue.ts';
import type { CandleInterval, TimeRange } from '../../market/time-range.ts';
import type { HttpRequest } from '../../market/http-request.ts';

const INFO = 'https://api.hyperliquid.xyz/info';

/**
 * Half of the 1200 weight a minute that an address has.
 * @see https://hyperliquid.gitbook.io/hyperliquid-docs/for-developers/api/rate-limits-and-user-limits
 */
export const BUDGETS: readonly RequestBudget[] = [{ id: 'hyperliquid', weight: 600, perMs: 60_000 }];

/** Only the latest 5000 candles of an interval exist; a page of 1500 weighs 45. */
export const CANDLES_KEPT = 5000;
export const CANDLE_ROWS = 1500;

const WEIGHT = 20;
const CANDLES_PER_WEIGHT = 60;
const BOOK_WEIGHT = 2;
const ACCOUNT_WEIGHT = 2;
/** One more for each twenty trades; an answer holds fewer. */
const TRADES_WEIGHT = WEIGHT + 1;

const info = (body: Readonly<Record<string, unknown>>, weight: number): HttpRequest => ({
  url: INFO,
  method: 'POST',
  body: JSON.stringify(body),
  budget: 'hyperliquid',
  weight,
});

/** Of the exchange itself, or of one of its builders. */
export const meta = (builder: string | null = null): HttpRequest =>
  info({ type: 'meta', ...dexOf(builder) }, WEIGHT);

export const builders = (): HttpRequest => info({ type: 'perpDexs' }, WEIGHT);

export const metaAndAssetContexts = (builder: string | null): HttpRequest =>
  info({ type: 'metaAndAssetCtxs', ...dexOf(builder) }, WEIGHT);

const dexOf = (builder: string | null) => (builder === null ? {} : { dex: builder });

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

export const recentTrades = (coin: string): HttpRequest =>
  info({ type: 'recentTrades', coin }, TRADES_WEIGHT);

export const clearinghouseState = (user: string, builder: string | null): HttpRequest =>
  info({ type: 'clearinghouseState', user, ...dexOf(builder) }, ACCOUNT_WEIGHT);

/** Every account that trades with its value: one file of about 32 MB, behind a permission of its own. */
export const LEADERBOARD = 'https://stats-data.hyperliquid.xyz/Mainnet/leaderboard';
