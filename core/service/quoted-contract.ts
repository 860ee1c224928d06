import type { Instrument } from '../market/instrument.ts';
import { instrumentOf } from '../market/instrument-of.ts';
import { inPreference, type VenueId } from '../market/venue-id.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { storedInstruments } from '../sources/kinds/instruments.ts';

/** The contract whose price stands for a market between polls: of the page's own venue, else of the first that lists it. */
export async function quotedContract(
  database: DatabasePort,
  market: string,
  own: VenueId | null,
  chosen: readonly VenueId[],
): Promise<Instrument | null> {
  const polled = inPreference(chosen);
  for (const venue of polled.toSorted((a, b) => Number(b === own) - Number(a === own))) {
    const listed = await storedInstruments(database, venue);
    const instrument = listed === null ? null : instrumentOf(market, listed);
    if (instrument !== null) return instrument;
  }
  return null;
}
