import { makeRoomForOne } from '../ledger/prune.ts';
import { createTurns } from '../ledger/in-turn.ts';
import { marketsOnPages, renewLease } from '../ledger/leases.ts';
import { marketId } from '../market/asset.ts';
import type { PageMarket } from '../market/page-market.ts';
import { lookUpPage, type LookedUp } from './look-up-page.ts';
import { createPageAllowance } from './page-allowance.ts';
import type { WatchSurroundings } from './surroundings.ts';

/** What came of a page that wants to be watched. */
interface WatchedPage extends LookedUp {
  /** It was not watched before and wants a poll at once. */
  readonly isNew: boolean;
}

/**
 * The open page `name` shows `page` now, instead of what it showed before. A market that no venue lists is not watched.
 * @returns null where the page has asked too often: it may ask again in a few seconds
 */
export type WatchPage = (name: string, page: PageMarket) => Promise<WatchedPage | null>;

/** One of a worker: leases are renewed one after the other. */
export function createWatchPage(surroundings: WatchSurroundings): WatchPage {
  const { ports, watched } = surroundings;
  const { storage, clock, database } = ports;
  const mayAsk = createPageAllowance();
  const inTurn = createTurns();
  return async (name, page) => {
    if (!mayAsk(name, clock.deviceMs())) return null;
    const found = await lookUpPage(surroundings, page);
    if (!found.isListed) return { ...found, isNew: false };
    const shown = { market: marketId(found.market), venue: page.venue };
    return inTurn('leases', async () => {
      const deviceMs = clock.deviceMs();
      const leases = await storage.readLeases();
      const isNew = !marketsOnPages(leases, deviceMs).includes(shown.market);
      await storage.writeLeases(renewLease(leases, name, shown, deviceMs));
      const value = { watchedAtMs: clock.nowMs() };
      await database.commit([{ store: 'markets', key: [shown.market], value }]);
      if (isNew) await makeRoomForOne(ports, await watched());
      return { ...found, isNew };
    });
  };
}
