/** The engine's public face: bars in, liquidation map out. */
export { type AggregatedBars, aggregateVenues } from './aggregate.ts';
export { type CheckedVenues, checkVenues } from './agreement/check-venues.ts';
export type { AsideSpan, VenueSeries } from './agreement/venue-series.ts';
export { findClusters } from './clusters.ts';
export { liquidationMap } from './exposure-map.ts';
export type { Inventory } from './inventory.ts';
export { atRiskLadder } from './ladder.ts';
export { barsUntil, rebuildInventory, startInventory } from './rebuild.ts';
