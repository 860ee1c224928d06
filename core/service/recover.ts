import { dropMade } from '../ledger/mend-rows.ts';
import { makeRoom } from '../ledger/prune.ts';
import { IN_DOUBT } from '../ledger/row-memory.ts';
import { RowsGoneError, StorageError } from '../market/errors.ts';
import { inPreference } from '../market/venue-id.ts';
import { createMarketMemory } from '../report/market-memory.ts';
import type { Polling } from './poll-market.ts';
import { publish } from './publish.ts';
import type { WatchSurroundings } from './surroundings.ts';

type Recovering = Pick<Polling, 'ports' | 'venues' | 'published' | 'troubles'> &
  Pick<WatchSurroundings, 'watched'>;

/**
 * What is done where a poll of a market ended in an error. A full disk is answered by dropping what can be loaded again of
 * a market that nobody watches. Where there is none left, what is stored is shown as far as it goes, and the user is asked.
 * @returns whether it is worth to try again at once
 * @throws an error that nobody foresaw, where what can be made again of the market was already
 */
export function createRecovery({ ports, venues, published, troubles, watched }: Recovering) {
  const { database, storage } = ports;
  const remade = new Set<string>();

  /**
   * What nobody foresaw may come of a row that was made here and went wrong: once a worker, what can be made again of the
   * market is. The record stays.
   */
  const remake = async (market: string, error: unknown): Promise<boolean> => {
    if (remade.has(market)) throw error;
    remade.add(market);
    published.forget(market);
    await dropMade(database, market);
    troubles.noteMended(market);
    return true;
  };

  return async (market: string, error: unknown): Promise<boolean> => {
    if (error instanceof RowsGoneError) return true;
    if (!(error instanceof StorageError)) return remake(market, error);
    const { venues: chosen } = await storage.readSettings();
    const hasRoom = error.isFull && (await makeRoom(ports, await watched()));
    const trouble = hasRoom ? 'room-made' : error.isFull ? 'full' : 'refused';
    const unwritten = { ...ports, database: { ...database, commit: async () => {} } };
    await publish(unwritten, {
      market,
      venues: inPreference(chosen).map((id) => venues[id]),
      memory: createMarketMemory(market, IN_DOUBT),
      storage: troubles.of(market, trouble),
    });
    return hasRoom;
  };
}
