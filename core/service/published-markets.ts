import type { OrderMargins } from '../engine/placement.ts';
import type { ClockPort, Ports } from '../ledger/ports.ts';
import type { ChunkNews } from '../ledger/row-memory.ts';
import { createSharedColumns } from '../ledger/shared-columns.ts';
import { createMarketMemory, type MarketMemory } from '../report/market-memory.ts';
import type { StorageTrouble } from '../market/market-report.ts';
import { MINUTE_MS } from '../market/time.ts';
import type { Venue } from '../venues/venue.ts';
import { publish } from './publish.ts';

/** What only ages is told again after this. */
export const NO_NEWS_MS = 55_000;

/** Nothing is held for longer of a market that is not told any more. */
const HELD_MS = 5 * MINUTE_MS;

interface Published {
  readonly memory: MarketMemory;
  /** Of the database's rows that the memory is a copy of. */
  readonly generation: number;
  readonly atMs: number;
  readonly isLoaded: boolean;
  /** When it was read, by the news. */
  readonly readAt: number;
  /** Names what was told of beside the rows. */
  readonly of: string;
}

/** The markets that this worker has told of, with what it holds of each. */
export interface PublishedMarkets {
  /** How old the last report is (Infinity: none yet), and whether it had all of its history. */
  readonly last: (market: string) => { readonly ageMs: number; readonly isLoaded: boolean };
  /** What the engine has learnt of the prices on orders; null where no engine is held. */
  readonly margins: (market: string) => OrderMargins | null;
  /** Nothing is held of a market any more. */
  readonly forget: (market: string) => void;
  /**
   * Tells of a market where there is something new, or the last report is old.
   * @param told `isNear` where somebody looks at it: of others less is held until the next time
   * @throws StorageError; what was held of the market is dropped
   */
  readonly publish: (
    ports: Ports,
    market: string,
    told: {
      readonly venues: readonly Venue[];
      readonly storage: readonly StorageTrouble[];
      readonly isNear: boolean;
    },
  ) => Promise<void>;
}

/**
 * Holds it in memory alone: a new worker tells of every market anew.
 * @param news of rows that are written, which says of which markets there is something to tell
 */
export function createPublishedMarkets(clock: Pick<ClockPort, 'nowMs'>, news: ChunkNews): PublishedMarkets {
  const held = new Map<string, Published>();
  const share = createSharedColumns();
  const ageMs = ({ atMs }: Published): number => Math.abs(clock.nowMs() - atMs);
  return {
    last: (market) => {
      const last = held.get(market);
      return last === undefined
        ? { ageMs: Infinity, isLoaded: false }
        : { ageMs: ageMs(last), isLoaded: last.isLoaded };
    },
    margins: (market) => held.get(market)?.memory.engine?.state.calibration.margins ?? null,
    forget: (market) => held.delete(market),
    publish: async (ports, market, { venues, storage, isNear }) => {
      const { generation } = ports.database.state();
      for (const [other, one] of held) if (ageMs(one) > HELD_MS) held.delete(other);
      const last = held.get(market);
      const isKnown = last?.generation === generation;
      const readAt = news.now();
      const of = [...venues.map(({ id }) => id), ...storage].join();
      if (isKnown && last.of === of && ageMs(last) <= NO_NEWS_MS && !news.isTold(market, last.readAt)) return;
      const memory = isKnown ? last.memory : createMarketMemory(market, news, share);
      held.delete(market);
      const { warmUp } = await publish(ports, { market, venues, memory, storage });
      // Until it is told again a bar will have closed, mostly, and what was made of the last one be of no use.
      if (!isNear) memory.now = null;
      held.set(market, { memory, generation, atMs: clock.nowMs(), isLoaded: warmUp.done, readAt, of });
    },
  };
}
