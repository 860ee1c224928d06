import { BAR_INTERVAL_S } from '../../market/bars.ts';
import { MINUTE_MS } from '../../market/time.ts';
import { checkOpenInterest } from '../checks.ts';
import { lastRowMs, seriesPages } from '../series-pages.ts';
import type { SourceKind } from './kind.ts';

/** Open interest at the closes of bars of five minutes; statistics take longer than bars. */
export const openInterest: SourceKind = {
  id: 'open-interest',
  periodMs: 0,
  staleAfterMs: 20 * MINUTE_MS,
  toldAtMs: lastRowMs,
  lateAfterS: 540,
  stages: ['now'],
  begin: seriesPages({
    kind: 'open-interest',
    // Points are dated at the close, rows at the open.
    of: ({ openInterestHistory: history }) =>
      history && {
        ...history,
        page: (instrument, { fromS, untilS }) =>
          history.page(instrument, { fromS: fromS + BAR_INTERVAL_S, untilS: untilS + BAR_INTERVAL_S }),
      },
    check: checkOpenInterest,
  }),
};
