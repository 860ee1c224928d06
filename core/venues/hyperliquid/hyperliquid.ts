import { builderOf } from '../../market/builders.ts';
import type { Instrument } from '../../market/instrument.ts';
import { INTERVAL_S } from '../shared/candles.ts';
import { rowsIn } from '../shared/series.ts';
import type { Venue, VenueCall } from '../venue.ts';
import * as account from './account.ts';
import { scanLeaderboard } from './leaderboard.ts';
import * as parse from './parse.ts';
import { parsePosition, parseTraders } from './positions.ts';
import * as requests from './requests.ts';
import { parseMarginTiers } from './tiers.ts';

/** The markets of one builder after the other; null for none. */
function builderPage([builder, ...rest]: readonly string[]): VenueCall<readonly Instrument[]> | null {
  return builder === undefined
    ? null
    : { request: requests.meta(builder), parse: parse.parseMeta, next: () => builderPage(rest) };
}

/**
 * Hyperliquid perpetuals, its builders' (`xyz:NVDA`) included: which there are, the venue says. It publishes neither a history of open interest, nor a ratio of
 * accounts, nor a feed of liquidations, but every account's positions with their liquidation price.
 * `UNITS.md` beside this says what each figure counts, and who says so.
 * @see https://hyperliquid.gitbook.io/hyperliquid-docs/for-developers/api/info-endpoint
 */
export const hyperliquid: Venue = {
  id: 'hyperliquid',
  budgets: requests.BUDGETS,
  /** @see Retrieve perpetuals metadata; Retrieve all perpetual dexs */
  instruments: () => ({
    request: requests.meta(),
    parse: parse.parseMeta,
    next: () => ({
      request: requests.builders(),
      parse: () => [],
      next: (json) => builderPage(parse.parseBuilders(json)),
    }),
  }),
  /** @see Candle snapshot */
  candles: (interval) => ({
    pageRows: requests.CANDLE_ROWS,
    depthS: (requests.CANDLES_KEPT - 1) * INTERVAL_S[interval],
    page: (instrument, range) => ({
      request: requests.candleSnapshot(
        instrument.id,
        interval,
        range,
        rowsIn(range, INTERVAL_S[interval], requests.CANDLE_ROWS),
      ),
      parse: (json, nowMs) =>
        parse.parseCandles(json, { instrument, range, nowMs, interval, intervalS: INTERVAL_S[interval] }),
    }),
  }),
  openInterestHistory: null,
  dailyOpenInterest: null,
  archivedOpenInterest: null,
  /** @see Retrieve perpetuals asset contexts */
  ticker: (instrument) => [
    {
      request: requests.metaAndAssetContexts(builderOf(instrument.id)),
      parse: (json, nowMs) => parse.parseContexts(json, nowMs, instrument),
    },
  ],
  /** @see Retrieve perpetuals asset contexts: one answer of the exchange itself and one of each builder */
  tickers: (listed) =>
    [...new Set(listed.map(({ id }) => builderOf(id)))].map((builder) => ({
      request: requests.metaAndAssetContexts(builder),
      parse: (json, nowMs) => parse.parseAllContexts(json, nowMs, listed),
    })),
  accountRatio: null,
  /** @see L2 book snapshot */
  depth: (instrument) => ({
    request: requests.book(instrument.id),
    parse: (json, nowMs) => parse.parseBook(json, nowMs, instrument),
  }),
  /** @see Margin tiers */
  tiers: (instrument) => ({
    request: requests.meta(builderOf(instrument.id)),
    parse: (json, nowMs) => parseMarginTiers(json, nowMs, instrument),
  }),
  recentForcedOrders: null,
  forcedOrderStream: null,
  markPriceStream: null,
  publicPositions: {
    /** @see Retrieve recent trades; `users` are buyer and seller */
    traders: (instrument) => ({
      request: requests.recentTrades(instrument.id),
      parse: (json, nowMs) => parseTraders(json, nowMs, instrument),
    }),
    /** @see Retrieve user's perpetuals account summary */
    position: (instrument, address) => ({
      request: requests.clearinghouseState(address, builderOf(instrument.id)),
      parse: (json, nowMs) => parsePosition(json, nowMs, instrument),
    }),
    /** @see Retrieve a user's open orders with additional frontend info */
    waitingOrders: (instrument, address) => ({
      request: requests.openOrders(address, builderOf(instrument.id)),
      parse: (json) => account.parseWaitingOrders(json, instrument),
    }),
    leaderboard: { url: requests.LEADERBOARD, scan: scanLeaderboard },
    account: {
      /** @see Retrieve all perpetual dexs */
      builders: () => ({ request: requests.accountBuilders(), parse: parse.parseBuilders }),
      /** @see Retrieve user's perpetuals account summary */
      book: (address, builder) => ({
        request: requests.accountBook(address, builder),
        parse: (json, nowMs) => account.parseBook(json, nowMs, builder),
      }),
      /** @see Retrieve a user's open orders with additional frontend info */
      exits: (address, builder) => ({
        request: requests.accountOrders(address, builder),
        parse: account.parseExits,
      }),
      /** @see Query a user's role */
      role: (address) => ({ request: requests.accountRole(address), parse: account.parseRole }),
      /** @see Query a user's abstraction state */
      isApart: (address) => ({ request: requests.accountMode(address), parse: account.parseIsApart }),
    },
  },
};
