import { ordersInBars } from '../engine/agreement/believable-orders.ts';
import { createMixture } from '../engine/forecast/mixture.ts';
import { collectColumns } from '../engine/history/collect-columns.ts';
import { ladderColumns } from '../engine/history/ladder-columns.ts';
import type { MapColumn } from '../engine/history/map-column.ts';
import { isKept, packColumns, type PackedColumns } from '../engine/history/map-history.ts';
import { aggregateVenues } from '../engine/index.ts';
import { readListening, readOrders } from '../ledger/forced-orders/read-orders.ts';
import type { Ports } from '../ledger/ports.ts';
import { SETTLED_AFTER_S, windowsAt } from '../ledger/windows.ts';
import type { PastKind } from '../market/map-window.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { Venue } from '../venues/venue.ts';
import { compareBars, readBurnIn } from './compare-bars.ts';
import { settledInSlices } from './forecast/settled-forecaster.ts';
import type { MarketMemory } from './market-memory.ts';
import { readVenues } from './venue-facts.ts';

/** What is wanted of a market's past beside what is kept of it. */
export interface PastRequest {
  readonly market: string;
  readonly map: PastKind;
  /** All of `venues`, or the map of one venue's own open interest. */
  readonly venue: 'all' | VenueId;
}

/** Columns of the ladder that are made in a few milliseconds. */
const COLUMNS_AT_ONCE = 100;

/**
 * The past made anew of all stored bars: what is expected to be force-closed, one venue's own map, or the ladder. Ours
 * costs what a first load costs, the ladder a small part of it; null where no open interest is known.
 */
export async function pastAnew(
  ports: Ports,
  venues: readonly Venue[],
  memory: MarketMemory,
  { market, map, venue }: PastRequest,
): Promise<PackedColumns | null> {
  const { database, clock } = ports;
  const nowMs = clock.nowMs();
  const windows = windowsAt(nowMs);
  const all = await readVenues(database, market, venues, () => [], nowMs);
  const isAsked = (one: { readonly venue: VenueId }): boolean => venue === 'all' || one.venue === venue;
  const facts = all.filter(isAsked);
  const { checked } = await compareBars(ports, all, windows, memory);
  const series = checked.series.filter(isAsked);
  if (series.length === 0) return null;
  const { bars } = aggregateVenues(series, { fromS: windows.originS, untilS: windows.untilS - 1 });
  const settledS = nowMs / 1000 - SETTLED_AFTER_S;
  if (map === 'ladder') {
    const columns: MapColumn[] = [];
    for (const column of ladderColumns(bars, (atS) => atS <= settledS && isKept(atS, nowMs / 1000)))
      if (columns.push(column) % COLUMNS_AT_ONCE === 0) await clock.giveWay();
    return packColumns(columns);
  }
  const listened = await readListening(database, market);
  const heard = venue === 'all' ? listened : { [venue]: listened[venue] };
  const range = { fromMs: windows.originS * 1000, untilMs: windows.untilS * 1000 };
  const orders = ordersInBars(await readOrders(database, market, heard, range), series);
  const past = collectColumns(nowMs / 1000, map);
  const settled = await settledInSlices(
    {
      bars,
      readOlder: await readBurnIn(database, market, facts, windows),
      stored: null,
      basis: '',
      settledS,
      heard: { series, heard, orders },
      mixture: createMixture(),
      afterBar: past.afterBar,
    },
    clock.giveWay,
  );
  return settled === null ? null : packColumns(past.columns);
}
