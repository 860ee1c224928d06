import type { Instrument } from '../../market/instrument.ts';
import { INTERVAL_S } from '../shared/candles.ts';
import { daysWithin, pointsWithin, rowsIn } from '../shared/series.ts';
import type { Venue, VenueCall } from '../venue.ts';
import { allLiquidationStream } from './forced-orders.ts';
import { markPriceStream } from './mark-price.ts';
import * as parse from './parse.ts';
import * as requests from './requests.ts';
import { parseRiskLimits } from './tiers.ts';

const instrumentPage = (cursor?: string): VenueCall<readonly Instrument[]> => ({
  request: requests.instruments(cursor),
  parse: parse.parseInstruments,
  next: (json) => {
    const following = parse.nextCursor(json);
    return following === null || following === cursor ? null : instrumentPage(following);
  },
});

/**
 * Bybit linear perpetuals. Open interest counts both sides there and leaves here single-sided.
 * `UNITS.md` beside this says what each figure counts, and who says so.
 * @see https://bybit-exchange.github.io/docs/v5/market
 */
export const bybit: Venue = {
  id: 'bybit',
  budgets: requests.BUDGETS,
  /** @see Get Instruments Info */
  instruments: () => instrumentPage(),
  /** @see Get Kline */
  candles: (interval) => ({
    pageRows: requests.CANDLE_ROWS,
    depthS: null,
    page: (instrument, range) => ({
      request: requests.klines(
        instrument.id,
        interval,
        range,
        rowsIn(range, INTERVAL_S[interval], requests.CANDLE_ROWS),
      ),
      parse: (json, nowMs) =>
        parse.parseKlines(json, { instrument, range, nowMs, intervalS: INTERVAL_S[interval] }),
    }),
  }),
  /** @see Get Open Interest */
  openInterestHistory: {
    pageRows: requests.OPEN_INTEREST_ROWS,
    depthS: null,
    page: (instrument, range) => ({
      request: requests.openInterest(
        instrument.id,
        '5min',
        range,
        rowsIn(range, INTERVAL_S['5m'], requests.OPEN_INTEREST_ROWS),
      ),
      parse: (json, nowMs) => pointsWithin(parse.parseOpenInterestHistory(json, nowMs, instrument), range),
    }),
  },
  /** Back to the launch of the contract. @see Get Open Interest */
  dailyOpenInterest: {
    pageRows: requests.OPEN_INTEREST_ROWS,
    depthS: null,
    page: (instrument, range) => ({
      request: requests.openInterest(
        instrument.id,
        '1d',
        range,
        rowsIn(range, INTERVAL_S['1d'], requests.OPEN_INTEREST_ROWS),
      ),
      parse: (json, nowMs) => daysWithin(parse.parseOpenInterestHistory(json, nowMs, instrument), range),
    }),
  },
  archivedOpenInterest: null,
  /** @see Get Tickers */
  ticker: (instrument) => [
    {
      request: requests.tickers(instrument.id),
      parse: (json, nowMs) => parse.parseTicker(json, nowMs, instrument),
    },
  ],
  /** @see Get Tickers, without a symbol */
  tickers: (listed) => [
    {
      request: requests.allTickers(),
      parse: (json, nowMs) => parse.parseTickers(json, nowMs, listed),
    },
  ],
  /** @see Get Long Short Ratio */
  accountRatio: (instrument) => ({
    request: requests.accountRatio(instrument.id),
    parse: (json, nowMs) => parse.parseAccountRatio(json, nowMs, instrument),
  }),
  /** @see Get Orderbook */
  depth: (instrument) => ({
    request: requests.orderbook(instrument.id),
    parse: (json, nowMs) => parse.parseOrderbook(json, nowMs, instrument),
  }),
  /** @see Get Risk Limit */
  tiers: (instrument) => ({
    request: requests.riskLimit(instrument.id),
    parse: (json, nowMs) => parseRiskLimits(json, nowMs, instrument),
  }),
  recentForcedOrders: null,
  forcedOrderStream: allLiquidationStream,
  markPriceStream,
  publicPositions: null,
};
