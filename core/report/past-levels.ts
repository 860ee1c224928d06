import { COLUMN_BINS, type PackedColumns } from '../engine/history/map-history.ts';
import { createParameters } from '../engine/parameters.ts';
import { readPast } from '../ledger/map-past.ts';
import type { Ports } from '../ledger/ports.ts';
import { LEVEL_DAYS, windowsAt } from '../ledger/windows.ts';
import { averageTrueRange, candlesClosedBy } from '../levels/daily-candle.ts';
import { findLevels } from '../levels/find-levels.ts';
import { COARSE_COLUMN_S, HISTORY_S } from '../market/map-window.ts';
import type { LevelReport } from '../market/market-report.ts';
import { type LevelsAt, MOST_PAST_LEVELS } from '../market/past-levels.ts';
import { DAY_S } from '../market/time.ts';
import type { Venue } from '../venues/venue.ts';
import { compareBars } from './compare-bars.ts';
import { columnClusters } from './heat-map/column-clusters.ts';
import type { MarketMemory } from './market-memory.ts';
import { ownDays, readDays } from './read-days.ts';
import { readVenues } from './venue-facts.ts';

/**
 * The levels of each daily close of the time of which the map is kept, ascending, of what is stored: each found as today's
 * are, of the candles that had closed by then and of the map's clusters as they were. A close by which too few days are
 * known has none. @throws StorageError
 */
export async function pastLevels(
  ports: Ports,
  venues: readonly Venue[],
  memory: MarketMemory,
  market: string,
): Promise<readonly LevelsAt[]> {
  const { database, clock } = ports;
  const nowMs = clock.nowMs();
  const nowS = nowMs / 1000;
  const facts = await readVenues(database, market, venues, () => [], nowMs);
  const known = await compareBars(ports, facts, windowsAt(nowMs), memory);
  const preferred = venues.map(({ id }) => id);
  const price = known.aggregated?.bars.close.at(-1) ?? null;
  const days = (await readDays(database, market, preferred, price, ownDays(known, nowMs))).slice(-LEVEL_DAYS);
  const past = await readPast(database, market, nowS);
  const found: LevelsAt[] = [];
  for (let closeS = Math.floor((nowS - HISTORY_S) / DAY_S) * DAY_S; closeS <= nowS; closeS += DAY_S) {
    const atMs = closeS * 1000;
    const clusters = clustersBy(past, closeS, averageTrueRange(candlesClosedBy(days, atMs)));
    const { levels, atr1dUsd } = findLevels(days, atMs, clusters);
    if (atr1dUsd === null) continue;
    const strongest = levels.toSorted((a, b) => b.score - a.score).slice(0, MOST_PAST_LEVELS);
    found.push({ atMs, atr1dUsd, levels: strongest.map(withoutTrack) });
    await clock.giveWay();
  }
  return found;
}

const withoutTrack = (level: LevelReport): LevelReport => {
  const { id, kind, side, low, high, score, sources, touches, state, stateAt } = level;
  return { id, kind, side, low, high, score, sources, touches, state, stateAt };
};

/** The clusters of the newest column that was known at `closeS`; none where that is more than an hour older. */
function clustersBy(past: PackedColumns, closeS: number, atr1d: number | null) {
  const column = past.atS.findLastIndex((atS) => atS <= closeS);
  if ((past.atS[column] ?? -Infinity) <= closeS - COARSE_COLUMN_S) return [];
  return columnClusters(
    {
      cells: past.cells.subarray(column * COLUMN_BINS, (column + 1) * COLUMN_BINS),
      firstBin: past.firstBin[column] ?? 0,
      logStep: createParameters().logStep,
      price: past.price[column] ?? NaN,
    },
    atr1d,
  );
}
