import type { MapReport } from '../market/market-report.ts';
import type { Depth } from '../market/observations.ts';
import { displayedDepth } from './absorption.ts';
import { CASCADE_GRID } from './cumulative.ts';
import { type Direction, releasedFlow } from './released-flow.ts';
import type { CascadeProfile } from './solve-cascade.ts';

/** What both directions of one market would release and absorb. */
export interface MarketCascades {
  /** Price from which distances count, USD. */
  readonly price: number;
  readonly down: CascadeProfile;
  readonly up: CascadeProfile;
}

/**
 * @param books polled order books; none leaves the latent liquidity alone
 * @param coverage share of the whole market's books that was polled, above 0 to 1
 * @param dailyVolumeUsd turnover of a day over the whole market, above 0
 * @param dailySigma standard deviation of a day's log return, above 0
 */
export function buildCascades(input: {
  readonly map: Pick<MapReport, 'logStep' | 'firstBin' | 'longForcedUsd' | 'shortForcedUsd'>;
  readonly price: number;
  readonly books: readonly Depth[];
  readonly coverage: number;
  readonly dailyVolumeUsd: number;
  readonly dailySigma: number;
}): MarketCascades {
  const { map, price, books, coverage, dailyVolumeUsd, dailySigma } = input;
  const profile = (direction: Direction): CascadeProfile => ({
    logStep: CASCADE_GRID.logStep,
    releasedUsd: releasedFlow(map, price, direction),
    depthUsd: displayedDepth(books, price, direction, coverage),
    dailyVolumeUsd,
    dailySigma,
  });
  return { price, down: profile('down'), up: profile('up') };
}
