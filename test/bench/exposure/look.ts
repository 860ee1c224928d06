import type { IntervalFactors, PriceRange } from '../../../core/engine/forecast/intervals.ts';
import type { LiquidationMap } from '../../../core/market/liquidation-map.ts';
import type { Exposure, Truth } from '../../support/worlds.ts';

/** What the engine says of a market whose positions are known, and what is so. */
export interface Look {
  readonly market: string;
  /** What was heard or known beside bars and open interest. */
  readonly knowledge: string;
  readonly truth: Truth;
  readonly map: LiquidationMap;
  /** Factors on the exposure in each range, as the report shows them. */
  readonly factors: (ranges: readonly PriceRange[]) => readonly IntervalFactors[];
}

/** Coins of the exposure map. */
export const exposureOf = (map: LiquidationMap): Exposure => ({
  logStep: map.logStep,
  firstBin: map.firstBin,
  long: map.longExposureBase,
  short: map.shortExposureBase,
});
