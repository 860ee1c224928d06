import * as v from 'valibot';

import { COLUMN_BINS, type PackedColumns, packColumns } from '../engine/history/map-history.ts';
import { windowOf } from '../engine/history/window.ts';
import { createParameters } from '../engine/parameters.ts';
import { readPast } from '../ledger/map-past.ts';
import type { Ports } from '../ledger/ports.ts';
import { IN_DOUBT } from '../ledger/row-memory.ts';
import { isMarketId } from '../market/asset.ts';
import {
  COARSE_COLUMN_S,
  FINE_COLUMN_S,
  HISTORY_S,
  type MapWindow,
  MOST_WINDOW_CELLS,
  PAST_KINDS,
} from '../market/map-window.ts';
import { LATEST_S } from '../market/time.ts';
import { inPreference, VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import { createMarketMemory } from '../report/market-memory.ts';
import { pastAnew } from '../report/past-anew.ts';
import type { Venue } from '../venues/venue.ts';
import { holdMade } from './hold-made.ts';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Which window of a market's past a view wants. */
export const mapHistoryFields = {
  market: v.pipe(v.string(), v.check(isMarketId)),
  map: v.picklist(PAST_KINDS),
  venue: v.picklist(['all', ...VENUE_IDS]),
  fromS: whole(0, LATEST_S),
  columnS: v.picklist([FINE_COLUMN_S, COARSE_COLUMN_S]),
  columns: whole(1, HISTORY_S / COARSE_COLUMN_S),
  firstBin: whole(-1e6, 1e6),
  bins: whole(1, 2 * COLUMN_BINS),
};

export type MapHistoryRequest = v.InferOutput<v.ObjectSchema<typeof mapHistoryFields, undefined>>;

const HELD = { forMs: FINE_COLUMN_S * 1000, most: 4 };

const NOTHING = packColumns([]);

/**
 * Answers with windows of the map's past: the exposure of all venues together is kept, another map is made when asked for,
 * one at a time.
 * @returns null where the answer would be too large for one message, or the page has asked for too many other maps
 */
export function createMapHistory(ports: Ports, venues: Readonly<Record<VenueId, Venue>>) {
  const heldOrMade = holdMade<PackedColumns>(ports.clock, HELD);

  const makeAnew = async (asked: MapHistoryRequest): Promise<PackedColumns> => {
    const { venues: chosen } = await ports.storage.readSettings();
    const polled = inPreference(chosen).map((id) => venues[id]);
    const memory = createMarketMemory(asked.market, IN_DOUBT);
    return (await pastAnew(ports, polled, memory, asked)) ?? NOTHING;
  };

  return async (page: string, asked: MapHistoryRequest): Promise<MapWindow | null> => {
    if (asked.columns * asked.bins > MOST_WINDOW_CELLS) return null;
    const isKept = asked.map === 'exposure' && asked.venue === 'all';
    const past = isKept
      ? await readPast(ports.database, asked.market, ports.clock.nowMs() / 1000)
      : await heldOrMade(page, [asked.market, asked.map, asked.venue].join(' '), () => makeAnew(asked));
    return past && windowOf(past, createParameters().logStep, asked);
  };
}
