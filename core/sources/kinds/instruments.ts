import type { Instrument } from '../../market/instrument.ts';
import type { VenueId } from '../../market/venue-id.ts';
import type { DatabasePort } from '../../ledger/ports.ts';
import { askList } from '../ask-list.ts';
import { once, type SourceKind, type VenueScope } from './kind.ts';
import { DAY_MS } from '../../market/time.ts';
import { ALL_MARKETS } from '../../ledger/tables/sources.ts';

/** What a venue lists; it belongs to the venue, not to a market. Everything else of it is asked by these. */
export const instruments: SourceKind<VenueScope> = {
  id: 'instruments',
  keptAs: [ALL_MARKETS, 'instruments'],
  periodMs: DAY_MS,
  staleAfterMs: 3 * DAY_MS,
  stages: [],
  begin: once<readonly Instrument[], VenueScope>({
    ask:
      ({ gate, venue, deadlineMs }) =>
      () =>
        askList(gate, venue, venue.instruments(), deadlineMs),
    fold: (listed) => ({ data: { kind: 'instruments', instruments: listed }, changes: [] }),
  }),
};

/** What a venue lists, as it last said; null before it ever did. */
export async function storedInstruments(
  database: DatabasePort,
  venue: VenueId,
): Promise<readonly Instrument[] | null> {
  const data = (await database.get('sources', [ALL_MARKETS, venue, 'instruments']))?.data;
  return data?.kind === 'instruments' ? data.instruments : null;
}
