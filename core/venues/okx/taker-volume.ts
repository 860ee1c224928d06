import type { TakerVolume } from '../../market/bars.ts';
import type { Instrument } from '../../market/instrument.ts';
import { ascending, withinRange } from '../shared/series.ts';
import { pastMs } from '../shared/times.ts';
import type { TimeRange } from '../venue.ts';
import { unwrap } from './envelope.ts';
import { takerVolume } from './schema.ts';

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
  const rows = unwrap(takerVolume, json, nowMs, 'taker-volume').map(([atMs, sold, bought], index) => ({
    atS: Math.floor(pastMs(atMs, nowMs, `taker-volume.data.${index}.0`) / 1000),
    buyBase: bought * instrument.multiplier,
    sellBase: sold * instrument.multiplier,
  }));
  return ascending(
    withinRange(rows, ({ atS }) => atS, range, 300),
    ({ atS }) => atS,
  );
}
