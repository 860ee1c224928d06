import type { VenueId } from '../../market/venue-id.ts';
import { INTERVAL_S } from '../shared/candles.ts';
import { daysWithin, pointsWithin, rowsIn } from '../shared/series.ts';
import type { Venue } from '../venue.ts';
import { ARCHIVE_BUDGET, archivedOpenInterest } from './archive.ts';
import { forceOrderStream } from './forced-orders.ts';
import { markPriceStream } from './mark-price.ts';
import * as parse from './parse.ts';
import { type BinanceRequests, CANDLE_ROWS, createRequests, OPEN_INTEREST_ROWS } from './requests.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';
import { hosts } from './hosts.ts';

/** "Only the data of the latest 1 month is available": thirty days less the time a page takes. */
const STATISTICS_DEPTH_S = 30 * DAY_S - HOUR_S;

/**
 * Perpetuals of a venue that speaks Binance's API. Sizes are coins, one side; thousand-coin symbols are split.
 * @param lines address of a stream without its name
 * @see https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data
 */
export const createBinanceApi = (id: VenueId, requests: BinanceRequests, lines: string): Venue => ({
  id,
  budgets: requests.budgets,
  /** @see Exchange Information */
  instruments: () => ({
    request: requests.exchangeInfo(),
    parse: (json, nowMs) => parse.parseInstruments(json, nowMs, id),
  }),
  /** @see Kline/Candlestick Data */
  candles: (interval) => ({
    pageRows: CANDLE_ROWS,
    depthS: null,
    page: (instrument, range) => ({
      request: requests.klines(
        instrument.id,
        interval,
        range,
        rowsIn(range, INTERVAL_S[interval], CANDLE_ROWS),
      ),
      parse: (json, nowMs) =>
        parse.parseKlines(json, { instrument, range, nowMs, intervalS: INTERVAL_S[interval] }),
    }),
  }),
  /** @see Open Interest Statistics */
  openInterestHistory: {
    pageRows: OPEN_INTEREST_ROWS,
    depthS: STATISTICS_DEPTH_S,
    page: (instrument, range) => ({
      request: requests.openInterestHistory(
        instrument.id,
        '5m',
        range,
        rowsIn(range, INTERVAL_S['5m'], OPEN_INTEREST_ROWS),
      ),
      parse: (json, nowMs) => pointsWithin(parse.parseOpenInterestHistory(json, nowMs, instrument), range),
    }),
  },
  /** @see Open Interest Statistics */
  dailyOpenInterest: {
    pageRows: OPEN_INTEREST_ROWS,
    depthS: STATISTICS_DEPTH_S,
    page: (instrument, range) => ({
      request: requests.openInterestHistory(
        instrument.id,
        '1d',
        range,
        rowsIn(range, INTERVAL_S['1d'], OPEN_INTEREST_ROWS),
      ),
      parse: (json, nowMs) => daysWithin(parse.parseOpenInterestHistory(json, nowMs, instrument), range),
    }),
  },
  archivedOpenInterest: null,
  /** @see Mark Price; Open Interest; Get Funding Rate History */
  ticker: (instrument) => [
    {
      request: requests.premiumIndex(instrument.id),
      parse: (json, nowMs) => parse.parsePremiumIndex(json, nowMs, instrument),
    },
    {
      request: requests.openInterest(instrument.id),
      parse: (json, nowMs) => parse.parseOpenInterest(json, nowMs, instrument),
    },
    {
      request: requests.fundingHistory(instrument.id),
      parse: (json, nowMs) => parse.parseLastFunding(json, nowMs, instrument),
      tells: 'last-payment',
    },
  ],
  /** @see Mark Price; 24hr Ticker Price Change Statistics; Get Funding Rate Info. Open interest is told of one symbol only. */
  tickers: (listed) => [
    {
      request: requests.allPremiumIndexes(),
      parse: (json, nowMs) => parse.parsePremiumIndexes(json, nowMs, listed),
    },
    { request: requests.allDayTickers(), parse: (json, nowMs) => parse.parseDayTickers(json, nowMs, listed) },
    { request: requests.fundingInfo(), parse: (json, nowMs) => parse.parseFundingInfo(json, nowMs, listed) },
  ],
  /** @see Long/Short Ratio */
  accountRatio: (instrument) => ({
    request: requests.accountRatio(instrument.id),
    parse: (json, nowMs) => parse.parseAccountRatio(json, nowMs, instrument),
  }),
  /** @see Order Book */
  depth: (instrument) => ({
    request: requests.depth(instrument.id),
    parse: (json, nowMs) => parse.parseDepth(json, nowMs, instrument),
  }),
  /** The trading site's own table, on a host that needs a permission of its own; not documented. */
  tiers: (instrument) => ({
    request: requests.brackets(),
    parse: (json, nowMs) => parse.parseBrackets(json, nowMs, instrument),
  }),
  recentForcedOrders: null,
  forcedOrderStream: () => forceOrderStream(lines),
  markPriceStream: (instrument) => markPriceStream(instrument, lines),
  publicPositions: null,
});

const requests = createRequests({ id: 'binance', api: hosts.api, site: hosts.tiers });

/**
 * Binance USD-M. The streams' path without `/market` connects and stays silent.
 * `UNITS.md` beside this says what each figure counts, and who says so.
 * @see https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/All-Market-Liquidation-Order-Streams
 */
export const binance: Venue = {
  ...createBinanceApi('binance', requests, `${hosts.socket}/market/ws`),
  budgets: [...requests.budgets, ARCHIVE_BUDGET],
  archivedOpenInterest,
};
