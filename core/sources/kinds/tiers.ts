import type { TierTable } from '../../market/tiers.ts';
import { once, oneCall, type SourceKind } from './kind.ts';
import { DAY_MS } from '../../market/time.ts';

/** Maintenance margin by size of position. Some venues keep it on a host of its own. */
export const tiers: SourceKind = {
  id: 'tiers',
  periodMs: DAY_MS,
  staleAfterMs: 3 * DAY_MS,
  isOptional: true,
  stages: ['now'],
  begin: once<TierTable>({
    ask: oneCall((venue, instrument) => venue.tiers?.(instrument) ?? null),
    fold: (table) => ({ data: { kind: 'tiers', tiers: table }, changes: [] }),
  }),
};
