import type { OpenInterestPoint } from '../market/bars.ts';
import type { OPEN_INTEREST_DAY_KINDS } from '../ledger/windows.ts';
import { checkOpenInterestDays } from './checks.ts';
import type { Series } from './series-pages.ts';

/** Open interest of days as a kind of series. */
export const daySeries = (
  kind: (typeof OPEN_INTEREST_DAY_KINDS)[number],
): Pick<Series<OpenInterestPoint>, 'kind' | 'check' | 'toRow'> => ({
  kind,
  check: checkOpenInterestDays,
  toRow: ({ atS, openInterestBase }) => ({ openTimeS: atS, values: { openInterestBase } }),
});
