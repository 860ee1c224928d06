import { marketId } from '../market/asset.ts';
import type { Instrument } from '../market/instrument.ts';
import { instrumentOf } from '../market/instrument-of.ts';
import type { PageMarket } from '../market/page-market.ts';
import { inPreference, type VenueId } from '../market/venue-id.ts';
import { instruments, storedInstruments } from '../sources/kinds/instruments.ts';
import { askKind } from '../sources/ask-venue.ts';
import { asListed, contractOfPage } from './identify-page.ts';
import type { Surroundings } from './surroundings.ts';
import { ALL_MARKETS } from '../ledger/tables/sources.ts';

/** A page waits no longer than this for what a venue lists. */
const LIST_WAIT_MS = 2_000;

/** A page's market as the venues have it. */
export interface LookedUp {
  /** As the page's venue lists it, or what the page says where that is not known. */
  readonly market: PageMarket;
  /** The page's venue has still to say what it lists: until then the page's own word stands. */
  readonly isProvisional: boolean;
  /** False when venues that are asked have told what they list, and none of them lists this. */
  readonly isListed: boolean;
}

/** Looks a page's market up in what the venues list; a list that is due is asked for only if the stored ones do not do. */
export async function lookUpPage(surroundings: Surroundings, page: PageMarket): Promise<LookedUp> {
  const { database, storage } = surroundings.ports;
  const { venues: chosen } = await storage.readSettings();
  const contract = contractOfPage(page);
  let isProvisional = false;
  let market = page;
  if (contract !== null) {
    let listed = await storedInstruments(database, contract.venue);
    if (listed === null && chosen.includes(contract.venue)) {
      isProvisional = !(await askForLists(surroundings, [contract.venue]));
      listed = await storedInstruments(database, contract.venue);
    }
    if (listed !== null) market = asListed(page, listed);
  }
  const preferred = inPreference(chosen);
  const readLists = () => Promise.all(preferred.map((id) => storedInstruments(database, id)));
  if (isIn(market, await readLists()) !== false) return { market, isProvisional, isListed: true };
  await askForLists(surroundings, preferred);
  return { market, isProvisional, isListed: isIn(market, await readLists()) !== false };
}

/** Whether one of the lists has `market`; null while no venue has told its list. */
function isIn(market: PageMarket, lists: readonly (readonly Instrument[] | null)[]): boolean | null {
  const known = lists.filter((list) => list !== null);
  if (known.length === 0) return null;
  return known.some((list) => instrumentOf(marketId(market), list) !== null);
}

/** Asks `ids` what they list where that is due. @returns whether all of it was done in time */
async function askForLists({ ports, gate, venues }: Surroundings, ids: readonly VenueId[]): Promise<boolean> {
  const { clock } = ports;
  const deadlineMs = clock.deviceMs() + LIST_WAIT_MS;
  const asked = Promise.all(
    ids.map((id) => {
      const scope = {
        ports,
        gate,
        venue: venues[id],
        market: ALL_MARKETS,
        isNear: true,
        preferred: [],
        deadlineMs,
        onCommit: () => {},
      };
      return askKind(instruments, scope, 'first');
    }),
  );
  const isInTime = new Promise<boolean>((resolve) => {
    const stop = clock.later(LIST_WAIT_MS, () => resolve(false));
    void asked.then(stop, stop);
  });
  return Promise.race([asked.then(() => true), isInTime]);
}
