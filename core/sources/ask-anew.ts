import type { VenueId } from '../market/venue-id.ts';
import type { DatabasePort } from '../ledger/ports.ts';

/**
 * Makes a venue due again after the user chose another host of it: what the former host refused says nothing of this one,
 * and the list of instruments may be another.
 * @throws StorageError
 */
export async function askAnew(database: DatabasePort, venue: VenueId): Promise<void> {
  const rows = (await database.list('sources', [])).filter(({ key }) => key[1] === venue);
  await database.commit(
    rows.map(({ key, value }) => ({
      store: 'sources',
      key,
      value: { ...value, failure: null, okAtMs: key[2] === 'instruments' ? null : value.okAtMs },
    })),
  );
}
