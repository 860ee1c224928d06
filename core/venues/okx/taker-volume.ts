import type { TakerVolume } from '../../market/bars.ts';
import type { Instrument } from '../../market/instrument.ts';
import { readRows } from '../shared/rows.ts';
import { pointsWithin } from '../shared/series.ts';
import { pastMs } from '../shared/times.ts';
import type { TimeRange } from '../../market/time-range.ts';
import { unwrap } from './envelope.ts';
import * as schema from './schema.ts';

/**
 * Coins that takers bought and sold, ascending. Rows name no instrument.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseTakerVolume(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
  range: TimeRange,
): readonly TakerVolume[] {
  const list = unwrap(schema.list, json, nowMs, 'taker-volume');
  const rows = readRows(schema.takerVolume, list, 'taker-volume.data', ([atMs, sold, bought], path) => ({
    atS: Math.floor(pastMs(atMs, nowMs, `${path}.0`) / 1000),
    buyBase: bought * instrument.multiplier,
    sellBase: sold * instrument.multiplier,
  }));
  return pointsWithin(rows, range);
}
