import { DAY_S, HOUR_S } from '../../market/time.ts';
import { INTERVAL_S } from '../shared/candles.ts';
import { daysWithin, pointsWithin, rowsIn } from '../shared/series.ts';
import type { Venue } from '../venue.ts';
import { liquidationOrdersStream, parseLiquidations } from './forced-orders.ts';
import { markPriceStream } from './mark-price.ts';
import * as parse from './parse.ts';
import * as requests from './requests.ts';

/** "The latest 1,440 entries": five days of five minutes, less the time a page takes. */
const STATISTICS_DEPTH_S = 5 * DAY_S - HOUR_S;

/**
 * OKX linear swaps and X-perps. Sizes are contracts there and coins here.
 * `UNITS.md` beside this says what each figure counts, and who says so.
 * @see https://www.okx.com/docs-v5/en/
 */
export const okx: Venue = {
  id: 'okx',
  budgets: requests.BUDGETS,
  /** @see Get instruments */
  instruments: () => ({
    request: requests.instruments('SWAP'),
    parse: parse.parseInstruments,
    next: () => ({ request: requests.instruments('FUTURES'), parse: parse.parseInstruments }),
  }),
  /** @see Get candlesticks; Get candlesticks history */
  candles: (interval) => ({
    pageRows: requests.CANDLE_ROWS,
    depthS: null,
    recent: {
      pageRows: requests.RECENT_CANDLE_ROWS,
      depthS: (requests.RECENT_BARS - 1) * INTERVAL_S[interval],
    },
    page: (instrument, range) => ({
      request: requests.candles(
        instrument.id,
        interval,
        range,
        rowsIn(range, INTERVAL_S[interval], requests.RECENT_CANDLE_ROWS),
      ),
      parse: (json, nowMs) =>
        parse.parseCandles(json, { instrument, range, nowMs, intervalS: INTERVAL_S[interval] }),
    }),
  }),
  /** @see Get contract open interest history */
  openInterestHistory: {
    pageRows: requests.STATISTICS_ROWS,
    depthS: STATISTICS_DEPTH_S,
    page: (instrument, range) => ({
      request: requests.openInterestHistory(
        instrument.id,
        '5m',
        range,
        rowsIn(range, INTERVAL_S['5m'], requests.STATISTICS_ROWS),
      ),
      parse: (json, nowMs) => pointsWithin(parse.parseOpenInterestHistory(json, nowMs, instrument), range),
    }),
  },
  /** Back to January 2024. @see Get contract open interest history */
  dailyOpenInterest: {
    pageRows: requests.STATISTICS_ROWS,
    depthS: null,
    page: (instrument, range) => ({
      request: requests.openInterestHistory(
        instrument.id,
        '1Dutc',
        range,
        rowsIn(range, INTERVAL_S['1d'], requests.STATISTICS_ROWS),
      ),
      parse: (json, nowMs) => daysWithin(parse.parseOpenInterestHistory(json, nowMs, instrument), range),
    }),
  },
  archivedOpenInterest: null,
  /** @see Get mark price; Get open interest; Get funding rate */
  ticker: (instrument) => [
    {
      request: requests.markPrice(instrument.id),
      parse: (json, nowMs) => parse.parseMarkPrice(json, nowMs, instrument),
    },
    {
      request: requests.openInterest(instrument.id),
      parse: (json, nowMs) => parse.parseOpenInterest(json, nowMs, instrument),
    },
    {
      request: requests.fundingRate(instrument.id),
      parse: (json, nowMs) => parse.parseFundingRate(json, nowMs, instrument),
    },
  ],
  /** @see Get tickers; Get open interest; Get funding rate: of swaps alone, X-perps are not among them */
  tickers: (listed) => [
    { request: requests.allTickers(), parse: (json, nowMs) => parse.parseTickers(json, nowMs, listed) },
    {
      request: requests.allOpenInterest(),
      parse: (json, nowMs) => parse.parseAllOpenInterest(json, nowMs, listed),
    },
    {
      request: requests.allFundingRates(),
      parse: (json, nowMs) => parse.parseAllFundingRates(json, nowMs, listed),
    },
  ],
  /** @see Get contract long/short ratio */
  accountRatio: (instrument) => ({
    request: requests.accountRatio(instrument.id),
    parse: (json, nowMs) => parse.parseAccountRatio(json, nowMs),
  }),
  /** @see Get order book */
  depth: (instrument) => ({
    request: requests.books(instrument.id),
    parse: (json, nowMs) => parse.parseBooks(json, nowMs, instrument),
  }),
  /** @see Get position tiers */
  tiers: (instrument) => ({
    request: requests.positionTiers(instrument.id),
    parse: (json, nowMs) => parse.parsePositionTiers(json, nowMs, instrument),
  }),
  /** @see Get liquidation orders */
  recentForcedOrders: (instrument, range) => ({
    request: requests.liquidations(instrument.id, range),
    parse: (json, nowMs) => parseLiquidations(json, nowMs, instrument, range),
  }),
  forcedOrderStream: liquidationOrdersStream,
  markPriceStream,
  publicPositions: null,
};
