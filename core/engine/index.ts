/**
 * The engine's public face: bars in, liquidation map out.
 * @example
 * const { series } = checkVenues([{ venue: 'binance', bars }, { venue: 'okx', bars: others }]);
 * const { bars: market } = aggregateVenues(series, { fromS, untilS });
 * const inventory = rebuildInventory(market); // null: no bar knows the open interest
 * const map = inventory && liquidationMap(inventory, price);
 * const clusters = map && findClusters(map, { atr1d: 1_850 });
 */
export { type AggregatedBars, aggregateVenues } from './aggregate.ts';
export { type CheckedVenues, checkVenues } from './agreement/check-venues.ts';
export type { AsideSpan, VenueSeries } from './agreement/venue-series.ts';
export { findClusters } from './clusters.ts';
export { liquidationMap } from './exposure-map.ts';
export type { Inventory } from './inventory.ts';
export { atRiskLadder } from './ladder.ts';
export { barsUntil, rebuildInventory, startInventory } from './rebuild.ts';
