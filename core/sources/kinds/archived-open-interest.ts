import { DAY_MS, HOUR_MS } from '../../market/time.ts';
import { checkOpenInterestDays } from '../checks.ts';
import { seriesPages } from '../series-pages.ts';
import type { SourceKind } from './kind.ts';

/** Open interest of days out of a venue's files, one after the other in the time that nothing else needs. */
export const archivedOpenInterest: SourceKind = {
  id: 'archived-open-interest',
  periodMs: 0,
  staleAfterMs: 5 * DAY_MS,
  isOptional: true,
  isBeside: true,
  stages: ['idle'],
  begin: seriesPages({
    kind: 'archived-open-interest',
    check: checkOpenInterestDays,
    of: (venue) => venue.archivedOpenInterest,
    // A file comes some hours after its day.
    newestRetryMs: 3 * HOUR_MS,
  }),
};
