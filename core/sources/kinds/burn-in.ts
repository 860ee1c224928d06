import { CANDLE_INTERVAL } from '../../ledger/windows.ts';
import { checkCandles } from '../checks.ts';
import { seriesPages } from '../series-pages.ts';
import type { SourceKind } from './kind.ts';
import { DAY_MS } from '../../market/time.ts';

/** Hours before the five-minute bars, from which the first positions are guessed. */
export const burnIn: SourceKind = {
  id: 'burn-in',
  periodMs: 0,
  staleAfterMs: 3 * DAY_MS,
  stages: ['past'],
  begin: seriesPages({
    kind: 'burn-in',
    of: (venue) => venue.candles(CANDLE_INTERVAL['burn-in']),
    check: checkCandles,
  }),
};
