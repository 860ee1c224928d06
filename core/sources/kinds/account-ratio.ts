import type { AccountRatio } from '../../market/observations.ts';
import { once, oneCall, type SourceKind } from './kind.ts';
import { MINUTE_MS } from '../../market/time.ts';

/** Which share of a venue's accounts is long. */
export const accountRatio: SourceKind = {
  id: 'account-ratio',
  periodMs: 5 * MINUTE_MS,
  staleAfterMs: 30 * MINUTE_MS,
  stages: ['now'],
  begin: once<AccountRatio>({
    ask: oneCall((venue, instrument) => venue.accountRatio?.(instrument) ?? null),
    fold: (ratio) => ({ data: { kind: 'account-ratio', ratio }, changes: [] }),
  }),
};
