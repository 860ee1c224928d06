import { DAY_MS, HOUR_MS } from '../../market/time.ts';
import { checkOpenInterestDays } from '../checks.ts';
import { seriesPages } from '../series-pages.ts';
import type { SourceKind } from './kind.ts';

/** Open interest at the beginning of each day: once all that the venue has, then one row a day. */
export const dailyOpenInterest: SourceKind = {
  id: 'daily-open-interest',
  periodMs: 0,
  staleAfterMs: 3 * DAY_MS,
  isBeside: true,
  stages: ['past'],
  begin: seriesPages({
    kind: 'daily-open-interest',
    check: checkOpenInterestDays,
    of: (venue) => venue.dailyOpenInterest,
    newestRetryMs: HOUR_MS,
  }),
};
