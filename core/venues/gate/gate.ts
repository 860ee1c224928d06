import { INTERVAL_S } from '../shared/candles.ts';
import { daysWithin, pointsWithin, rowsIn } from '../shared/series.ts';
import type { Venue } from '../venue.ts';
import { parseLiquidations } from './forced-orders.ts';
import * as parse from './parse.ts';
import * as requests from './requests.ts';

/**
 * Gate USDT perpetuals. Sizes are contracts there and coins here. Forced orders are read by request: the stream does
 * not say whether its sign is the order's or the position's, the list does.
 * `UNITS.md` beside this says what each figure counts, and who says so.
 * @see https://www.gate.com/docs/developers/apiv4/#futures
 */
export const gate: Venue = {
  id: 'gate',
  budgets: requests.BUDGETS,
  /** @see List all futures contracts */
  instruments: () => ({ request: requests.contracts(), parse: parse.parseContracts }),
  /** @see Get futures candlesticks */
  candles: (interval) => ({
    pageRows: requests.CANDLE_ROWS,
    depthS: null,
    page: (instrument, range) => ({
      request: requests.candlesticks(instrument.id, interval, range),
      parse: (json, nowMs) =>
        parse.parseCandlesticks(json, { instrument, range, nowMs, intervalS: INTERVAL_S[interval] }),
    }),
  }),
  /** @see Futures stats */
  openInterestHistory: {
    pageRows: requests.STATISTICS_ROWS,
    depthS: null,
    page: (instrument, range) => ({
      request: requests.contractStats(
        instrument.id,
        '5m',
        range.fromS,
        rowsIn(range, INTERVAL_S['5m'], requests.STATISTICS_ROWS),
      ),
      parse: (json, nowMs) => pointsWithin(parse.parseOpenInterestHistory(json, nowMs, instrument), range),
    }),
  },
  /** @see Futures stats */
  dailyOpenInterest: {
    pageRows: requests.STATISTICS_ROWS,
    depthS: null,
    page: (instrument, range) => ({
      request: requests.contractStats(
        instrument.id,
        '1d',
        range.fromS,
        rowsIn(range, INTERVAL_S['1d'], requests.STATISTICS_ROWS),
      ),
      parse: (json, nowMs) => daysWithin(parse.parseOpenInterestHistory(json, nowMs, instrument), range),
    }),
  },
  archivedOpenInterest: null,
  /** @see Get a single contract */
  ticker: (instrument) => [
    {
      request: requests.contract(instrument.id),
      parse: (json, nowMs) => parse.parseContract(json, nowMs, instrument),
    },
  ],
  /** @see List all futures contracts; List all futures tickers, whose `total_size` adds both sides and is not read */
  tickers: (listed) => [
    { request: requests.contracts(), parse: (json, nowMs) => parse.parseStandings(json, nowMs, listed) },
    { request: requests.tickers(), parse: (json, nowMs) => parse.parseDayTickers(json, nowMs, listed) },
  ],
  /** @see Futures stats */
  accountRatio: (instrument) => ({
    request: requests.latestStats(instrument.id),
    parse: (json, nowMs) => parse.parseAccountRatio(json, nowMs),
  }),
  /** @see Futures order book */
  depth: (instrument) => ({
    request: requests.orderBook(instrument.id),
    parse: (json, nowMs) => parse.parseOrderBook(json, nowMs, instrument),
  }),
  /** @see List risk limit tiers */
  tiers: (instrument) => ({
    request: requests.riskLimitTiers(instrument.id),
    parse: (json, nowMs) => parse.parseRiskLimitTiers(json, nowMs, instrument),
  }),
  /** @see Retrieve liquidation history */
  recentForcedOrders: (instrument, range) => ({
    request: requests.liquidations(instrument.id, range),
    parse: (json, nowMs) => parseLiquidations(json, nowMs, instrument, range),
  }),
  forcedOrderStream: null,
  markPriceStream: null,
  publicPositions: null,
};
