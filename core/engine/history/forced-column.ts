import { binMidPrice, binOf } from '../../market/liquidation-map.ts';
import { expectedForcedMap } from '../forecast/forced-map.ts';
import { forecastAt, type ForecasterState } from '../forecast/forecaster.ts';
import { totalMass } from '../side-book.ts';
import { COLUMN_REACH_BINS, type MapColumn } from './map-column.ts';

/** The map of what is expected to be force-closed, as `state` had it at `atS`: as today's map is made, one column. */
export function forcedColumn(state: ForecasterState, atS: number): MapColumn {
  const { inventory } = state;
  const price = inventory.lastPrice;
  const map = expectedForcedMap(forecastAt({ state }, atS, { price }));
  const { logStep } = map;
  const firstBin = binOf(price, logStep) - COLUMN_REACH_BINS;
  const usd = Float64Array.from({ length: 2 * COLUMN_REACH_BINS + 1 }, (_, index) => {
    const bin = firstBin + index;
    const at = bin - map.firstBin;
    return ((map.longForcedBase[at] ?? 0) + (map.shortForcedBase[at] ?? 0)) * binMidPrice(bin, logStep);
  });
  return {
    atS,
    price,
    logStep,
    firstBin,
    usd,
    totalLongUsd: totalMass(inventory.long) * price,
    totalShortUsd: totalMass(inventory.short) * price,
  };
}
