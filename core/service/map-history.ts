import * as v from 'valibot';

import { COLUMN_BINS, COARSE_COLUMN_S, FINE_COLUMN_S, HISTORY_S } from '../engine/history/map-history.ts';
import { windowOf } from '../engine/history/window.ts';
import { createParameters } from '../engine/parameters.ts';
import { readPast } from '../ledger/map-past.ts';
import type { Ports } from '../ledger/ports.ts';
import { isMarketId } from '../market/asset.ts';
import { type MapWindow, MOST_WINDOW_CELLS } from '../market/map-window.ts';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Which window of a market's past a view wants. */
export const mapHistoryFields = {
  market: v.pipe(v.string(), v.check(isMarketId, 'is no market')),
  map: v.literal('exposure'),
  venue: v.literal('all'),
  fromS: whole(0, 1e11),
  columnS: v.picklist([FINE_COLUMN_S, COARSE_COLUMN_S]),
  columns: whole(1, HISTORY_S / COARSE_COLUMN_S),
  firstBin: whole(-1e6, 1e6),
  bins: whole(1, 2 * COLUMN_BINS),
};

export type MapHistoryRequest = v.InferOutput<v.ObjectSchema<typeof mapHistoryFields, undefined>>;

/** @returns null where the answer would be too large for one message */
export async function readMapWindow(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  asked: MapHistoryRequest,
): Promise<MapWindow | null> {
  if (asked.columns * asked.bins > MOST_WINDOW_CELLS) return null;
  const past = await readPast(database, asked.market, clock.nowMs() / 1000);
  return windowOf(past, createParameters().logStep, asked);
}
