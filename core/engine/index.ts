/** The engine's public face: bars in, liquidation map out. */
export { type AggregatedBars, aggregateVenues } from './aggregate.ts';
export { type CheckedVenues, checkVenues } from './agreement/check-venues.ts';
export type { AsideSpan, VenueSeries } from './agreement/venue-series.ts';
export { type Cluster, findClusters } from './clusters.ts';
export { liquidationMap } from './exposure-map.ts';
export { type Inventory, createInventory, memoryOf } from './inventory.ts';
export { atRiskLadder, atRiskTo, type Rung } from './ladder.ts';
export {
  CLASS_DISTANCES,
  CLASSES,
  createParameters,
  defaultFlowShares,
  FINITE_CLASSES,
} from './parameters.ts';
export { barsUntil, burnIn, rebuildInventory, startInventory, stepBars, stepInventory } from './rebuild.ts';
