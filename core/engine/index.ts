/** The engine's public face: bars in, liquidation map out. */
export { type AggregatedBars, aggregateVenues, type VenueSeries } from './aggregate.ts';
export { type MapWeights, defaultMapWeights, massByClass } from './class-weights.ts';
export { type Cluster, findClusters } from './clusters.ts';
export { liquidationMap } from './exposure-map.ts';
export { type Inventory, createInventory, memoryOf, type SweepObserver } from './inventory.ts';
export { atRiskLadder, atRiskTo, type Rung, usdBetween } from './ladder.ts';
export {
  CLASS_DISTANCES,
  CLASSES,
  type ClassWeights,
  createParameters,
  DEFAULT_FORCED_SHARE,
  defaultFlowShares,
  type EngineParameters,
  FINITE_CLASSES,
} from './parameters.ts';
export {
  barsUntil,
  burnIn,
  rebuildInventory,
  type RebuildOptions,
  stepBars,
  stepInventory,
} from './rebuild.ts';
