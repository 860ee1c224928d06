import { INTERVAL_S } from '../shared/candles.ts';
import { rowsIn } from '../shared/series.ts';
import type { Venue } from '../venue.ts';
import { liquidationStream, parseLiquidations } from './forced-orders.ts';
import * as parse from './parse.ts';
import * as requests from './requests.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';

/** Candles of five minutes reach a month back, less the time a page takes; the history has no end. */
const FIVE_MINUTE_DEPTH_S = 30 * DAY_S - HOUR_S;

/**
 * Bitget USDT perpetuals. Sizes are coins; there is no history of open interest.
 * `UNITS.md` beside this says what each figure counts, and who says so.
 * @see https://www.bitget.com/api-doc/contract/market
 */
export const bitget: Venue = {
  id: 'bitget',
  budgets: requests.BUDGETS,
  /** @see https://www.bitget.com/api-doc/uta/public/Instruments */
  instruments: () => ({ request: requests.instruments(), parse: parse.parseInstruments }),
  /** @see Get Candlestick Data; Get Historical Candlestick Data */
  candles: (interval) => ({
    pageRows: requests.CANDLE_ROWS[interval],
    depthS: interval === '5m' ? FIVE_MINUTE_DEPTH_S : null,
    page: (instrument, range) => ({
      request: requests.candles(
        instrument.id,
        interval,
        range,
        rowsIn(range, INTERVAL_S[interval], requests.CANDLE_ROWS[interval]),
      ),
      parse: (json, nowMs) =>
        parse.parseCandles(json, { instrument, range, nowMs, intervalS: INTERVAL_S[interval] }),
    }),
  }),
  openInterestHistory: null,
  dailyOpenInterest: null,
  archivedOpenInterest: null,
  /** @see Get Ticker; Get Current Funding Rate */
  ticker: (instrument) => [
    {
      request: requests.ticker(instrument.id),
      parse: (json, nowMs) => parse.parseTicker(json, nowMs, instrument),
    },
    {
      request: requests.fundingRate(instrument.id),
      parse: (json, nowMs) => parse.parseFundingRate(json, nowMs, instrument),
    },
  ],
  /** @see Get All Tickers; Get Current Funding Rate, without a symbol */
  tickers: (listed) => [
    { request: requests.allTickers(), parse: (json, nowMs) => parse.parseTickers(json, nowMs, listed) },
    {
      request: requests.allFundingRates(),
      parse: (json, nowMs) => parse.parseFundingRates(json, nowMs, listed),
    },
  ],
  /** @see Account Long/Short */
  accountRatio: (instrument) => ({
    request: requests.accountRatio(instrument.id),
    parse: (json, nowMs) => parse.parseAccountRatio(json, nowMs),
  }),
  /** @see Get Merge Market Depth */
  depth: (instrument) => ({
    request: requests.mergeDepth(instrument.id),
    parse: (json, nowMs) => parse.parseDepth(json, nowMs, instrument),
  }),
  /** @see Get Position Tier */
  tiers: (instrument) => ({
    request: requests.positionTiers(instrument.id),
    parse: (json, nowMs) => parse.parseTiers(json, nowMs, instrument),
  }),
  /** @see Get Liquidations */
  recentForcedOrders: (instrument, range) => ({
    request: requests.liquidations(instrument.id),
    parse: (json, nowMs) => parseLiquidations(json, nowMs, instrument, range),
  }),
  forcedOrderStream: liquidationStream,
  markPriceStream: null,
  publicPositions: null,
};
