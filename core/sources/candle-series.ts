import type { Candle } from '../market/bars.ts';
import { CANDLE_INTERVAL, type CandleKind } from '../ledger/windows.ts';
import { checkCandles } from './checks.ts';
import type { Series } from './series-pages.ts';

/** Candles as a kind of series. */
export const candleSeries = (kind: CandleKind): Series<Candle> => ({
  kind,
  of: (venue) => venue.candles(CANDLE_INTERVAL[kind]),
  check: checkCandles,
  toRow: ({ openTimeS, takerBuyBase, ...values }) => ({
    openTimeS,
    values: { ...values, takerBuyBase: takerBuyBase ?? NaN },
  }),
});
