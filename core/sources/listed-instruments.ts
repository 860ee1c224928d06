import type { Instrument } from '../market/instrument.ts';
import type { VenueId } from '../market/venue-id.ts';
import { askList } from './ask-list.ts';
import { collectOnce } from './collect-once.ts';
import type { Asked } from './host-gate.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { sourceKey, type Update, type VenueScope } from './source-attempt.ts';

const DAY_MS = 86_400_000;

/** What a venue lists, as it last said; null before it ever did. */
export async function storedInstruments(
  database: DatabasePort,
  venue: VenueId,
): Promise<readonly Instrument[] | null> {
  const data = (await database.get('sources', sourceKey('', venue, 'instruments')))?.data;
  return data?.kind === 'instruments' ? data.instruments : null;
}

/** Asks a venue what it lists if that is due. @throws StorageError */
export async function collectInstruments(
  scope: Omit<VenueScope, 'instrument' | 'market'>,
): Promise<readonly Instrument[] | null> {
  const { gate, venue, deadlineMs } = scope;
  const ask = async (): Promise<Asked<Update>> => {
    const asked = await askList(gate, venue, venue.instruments(), deadlineMs);
    if (asked.kind !== 'answer') return asked;
    return {
      kind: 'answer',
      value: { data: { kind: 'instruments', instruments: asked.value }, changes: [] },
    };
  };
  await collectOnce({ ...scope, market: '' }, 'instruments', DAY_MS, ask);
  return storedInstruments(scope.ports.database, venue.id);
}
