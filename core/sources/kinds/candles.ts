import { CANDLE_INTERVAL } from '../../ledger/windows.ts';
import { MINUTE_MS } from '../../market/time.ts';
import { checkCandles } from '../checks.ts';
import { lastRowMs, seriesPages } from '../series-pages.ts';
import type { SourceKind } from './kind.ts';

/** Bars of five minutes. */
export const candles: SourceKind = {
  id: 'candles',
  periodMs: 0,
  staleAfterMs: 15 * MINUTE_MS,
  toldAtMs: lastRowMs,
  lateAfterS: 240,
  stages: ['now'],
  begin: seriesPages({
    kind: 'candles',
    of: (venue) => venue.candles(CANDLE_INTERVAL.candles),
    check: checkCandles,
  }),
};
