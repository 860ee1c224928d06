import type { MarketReport } from '../../../core/market/market-report.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import type { WatchService } from '../../../core/service/watch-service.ts';
import { createPorts, createWorld, type World } from './fake-ports.ts';
import { createFakeVenues } from './fake-venues.ts';
import { type Lie, lying } from './lying-venue.ts';
import { startWorker } from './start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;

export interface LyingMarket {
  readonly world: World;
  readonly service: WatchService;
  /** Polls so many seconds after the beginning, while the liars tell `lie`. */
  readonly poll: (atS: number, lie?: Lie | null) => Promise<MarketReport>;
}

/** A market whose coin was listed a day ago, at `venues` that agree to the last digit but for what `liars` say. */
export function createLyingMarket(
  venues: readonly VenueId[] = ['binance', 'bybit', 'okx', 'bitget'],
  liars: readonly VenueId[] = ['binance'],
): LyingMarket {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues };
  let told: Lie | null = null;
  const honest = createFakeVenues(
    NOW_MS / 1000 - 86_400,
    Object.fromEntries(venues.map((id) => [id, { pageRows: 1000, lateS: 0 }])),
  );
  const service = startWorker(createPorts(world), {
    ...honest,
    ...Object.fromEntries(liars.map((id) => [id, lying(honest[id], () => told)])),
  });
  return {
    world,
    service,
    poll: async (atS, lie = null) => {
      told = lie;
      world.nowMs = NOW_MS + atS * 1000;
      while (await service.poll('BTCUSDT'));
      const report = world.reports.get('BTCUSDT');
      if (report === undefined) throw new Error('no report');
      return report;
    },
  };
}
