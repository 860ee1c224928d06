import { marketsOnPages, watchedMarkets } from '../ledger/leases.ts';
import type { Ports } from '../ledger/ports.ts';
import { marketId } from '../market/asset.ts';
import { isLive } from '../market/bell.ts';

/**
 * From one poll to the next of a market on a page or of a position, and of one that is on the watch list alone: each second
 * alarm, and twice in a bar.
 */
export const NEAR_PERIOD_MS = 45_000;
const LISTED_PERIOD_MS = 135_000;

/** A market to poll; near is one that a page shows or the user holds, and not only lists. */
export interface DueMarket {
  readonly market: string;
  readonly isNear: boolean;
}

/** What somebody wants to see, and when it was polled last: a new worker, which does not know that, polls it sooner. */
export interface DueMarkets {
  /** Markets that are watched now. */
  readonly watched: () => Promise<readonly string[]>;
  /**
   * Those to poll now, or all that are watched. What is seen follows the quote between two polls; what is listed alone is
   * asked for by warnings and the badge.
   */
  readonly due: (isAll: boolean) => Promise<readonly DueMarket[]>;
  /** Nothing more was to be asked for of a market by a poll that began then, by the device's clock. */
  readonly notePolled: (market: string, atMs: number) => void;
}

export function createDueMarkets({ storage, clock }: Pick<Ports, 'storage' | 'clock'>): DueMarkets {
  const polledAtMs = new Map<string, number>();

  const readWatched = async (): Promise<readonly DueMarket[]> => {
    const [leases, positions, bells, settings] = await Promise.all([
      storage.readLeases(),
      storage.readPositions(),
      storage.readBells(),
      storage.readSettings(),
    ]);
    const deviceMs = clock.deviceMs();
    const withBells = bells.filter((bell) => isLive(bell, clock.nowMs())).map(({ market }) => market);
    const listed = [...new Set([...withBells, ...settings.watchList])];
    const near = new Set([...marketsOnPages(leases, deviceMs), ...positions.map(marketId), ...withBells]);
    return watchedMarkets(leases, positions, listed, deviceMs).map((market) => ({
      market,
      isNear: near.has(market),
    }));
  };

  return {
    watched: async () => (await readWatched()).map(({ market }) => market),
    due: async (isAll) => {
      const markets = await readWatched();
      const deviceMs = clock.deviceMs();
      return markets.filter(({ market, isNear }) => {
        const sinceMs = Math.abs(deviceMs - (polledAtMs.get(market) ?? -Infinity));
        return isAll || sinceMs > (isNear ? NEAR_PERIOD_MS : LISTED_PERIOD_MS);
      });
    },
    notePolled: (market, atMs) => polledAtMs.set(market, atMs),
  };
}
