import type { Mixture } from '../../engine/forecast/mixture.ts';
import type { SkillReport } from '../../market/market-report.ts';

/** What the forecasts of a market have taught: `skill` under `[market]`. */
export interface SkillRow {
  /** Forecasts made up to here have been learnt from. */
  readonly learntUntilS: number;
  /** Every horizon that was over by then has its outcome. */
  readonly scoredUntilS: number;
  readonly mixture: Mixture;
  /** The latest score by horizon; empty before the first. */
  readonly reports: readonly SkillReport[];
}
