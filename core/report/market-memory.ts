import type { AggregatedBars, CheckedVenues, VenueSeries } from '../engine/index.ts';
import { createHeldBars } from '../ledger/held-bars.ts';
import type { EngineState } from '../ledger/tables/engine.ts';
import type { EngineRow } from '../ledger/tables/engine.ts';
import type { ChunkNews } from '../ledger/row-memory.ts';
import { createSharedColumns, type ShareColumn } from '../ledger/shared-columns.ts';
import type { Mixture } from '../engine/forecast/mixture.ts';
import type { Bars } from '../market/bars.ts';
import type { TierTable } from '../market/tiers.ts';
import type { ForecasterNow } from './forecast/forecaster-now.ts';

/** The bars of one market, compared and added up. */
export interface KnownBars {
  /** Open times, the end excluded. */
  readonly fromS: number;
  readonly untilS: number;
  /** As told. */
  readonly series: readonly VenueSeries[];
  readonly checked: CheckedVenues;
  readonly aggregated: AggregatedBars | null;
}

/** The engine after its last settled bar. */
interface KnownEngine extends EngineRow {
  readonly state: EngineState;
}

/**
 * What a worker holds of one market between two reports: nothing that is not in the database or follows from it. After
 * a failure it is thrown away and made anew, with the same result.
 */
export interface MarketMemory {
  readonly readBars: ReturnType<typeof createHeldBars>;
  readonly share: ShareColumn;
  bars: KnownBars | null;
  engine: KnownEngine | null;
  /** Stepped on to the last bar. */
  now: ForecasterNow | null;
  /** What was learnt of orders, when the bars were these. */
  learnt: { readonly bars: Bars; readonly mixture: Mixture } | null;
  /** Those that views find in extension storage. */
  readonly tiers: WeakSet<TierTable>;
}

/** @param share that of the markets that are held beside it */
export const createMarketMemory = (
  market: string,
  news: ChunkNews,
  share: ShareColumn = createSharedColumns(),
): MarketMemory => ({
  readBars: createHeldBars(market, news, share),
  share,
  bars: null,
  engine: null,
  now: null,
  learnt: null,
  tiers: new WeakSet(),
});
