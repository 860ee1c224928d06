import type { Ports } from '../ledger/ports.ts';
import { IN_DOUBT } from '../ledger/row-memory.ts';
import type { LevelsAt } from '../market/past-levels.ts';
import { MINUTE_MS } from '../market/time.ts';
import { inPreference, type VenueId } from '../market/venue-id.ts';
import { createMarketMemory } from '../report/market-memory.ts';
import { pastLevels } from '../report/past-levels.ts';
import type { Venue } from '../venues/venue.ts';
import { holdMade } from './hold-made.ts';

/** While history is still being loaded there is more to tell soon. */
const HELD = { forMs: MINUTE_MS, most: 4 };

/** Answers with the levels of a market as each daily close had left them; null where the page has asked too often. */
export function createPastLevels(ports: Ports, venues: Readonly<Record<VenueId, Venue>>) {
  const heldOrMade = holdMade<readonly LevelsAt[]>(ports.clock, HELD);
  return (page: string, market: string): Promise<readonly LevelsAt[] | null> =>
    heldOrMade(page, market, async () => {
      const { venues: chosen } = await ports.storage.readSettings();
      const polled = inPreference(chosen).map((id) => venues[id]);
      return pastLevels(ports, polled, createMarketMemory(market, IN_DOUBT), market);
    });
}
