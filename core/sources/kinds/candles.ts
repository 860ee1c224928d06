import { lastRowMs, seriesPages } from '../series-pages.ts';
import { candleSeries } from '../candle-series.ts';
import type { SourceKind } from './kind.ts';

/** Bars of five minutes. */
export const candles: SourceKind = {
  id: 'candles',
  periodMs: 0,
  staleAfterMs: 15 * 60_000,
  toldAtMs: lastRowMs,
  lateAfterS: 240,
  stages: ['now'],
  begin: seriesPages(candleSeries('candles')),
};
