import { RELATIVE_BINS } from '../../engine/forecast/relative-lattice.ts';
import type { Mixture } from '../../engine/forecast/mixture.ts';
import type { PositionSide } from '../../market/forced-order.ts';
import type { SkillReport } from '../../market/market-report.ts';

/**
 * A forecast as it stood before its outcome: `forecasts` under `[market, atS]`. `densities` holds for each of `names`
 * the density by scoring bin of 25 bp, 20 % of log price, first for longs and then for shorts.
 */
export interface FrozenRecord {
  readonly atS: number;
  readonly price: number;
  /** Dollars for one unit of mass of `forecast`, as it was believed then. */
  readonly usdScale: number;
  /** Spread of ln(realised / expected dollars) that was believed then. */
  readonly forcedLogSd: number;
  readonly names: readonly string[];
  readonly densities: Float32Array;
}

/** Whether `row` holds a density of every name that can be read. */
export const isWholeForecast = ({ names, densities }: Pick<FrozenRecord, 'names' | 'densities'>): boolean =>
  densities.length === names.length * 2 * RELATIVE_BINS && densities.every(isFinite);

/** Whether every side of `row` has as many figures as bins. */
export const isWholeOutcome = ({ names, sides }: Pick<OutcomeRecord, 'names' | 'sides'>): boolean =>
  sides.every(({ edges, masses, firstUsd, firstPrints, allUsd, allPrints }) => {
    const bins = edges.length - 1;
    const columns = [firstUsd, firstPrints, allUsd, allPrints];
    return (
      masses.length === names.length * bins &&
      masses.every(isFinite) &&
      columns.every((column) => column.length === bins && column.every(isFinite))
    );
  });

const isFinite = (value: number): boolean => Number.isFinite(value);

/** What came of one forecast over one horizon: `outcomes` under `[market, horizonS, atS]`. */
export interface OutcomeRecord {
  readonly atS: number;
  readonly horizonS: number;
  /** Share of open interest of the venues that were listened to, 0 to 1. */
  readonly heardShare: number;
  /** As frozen: dollars for one unit of mass of `forecast`, over all venues, and their spread. */
  readonly usdScale: number;
  readonly forcedLogSd: number;
  readonly names: readonly string[];
  readonly sides: readonly OutcomeSide[];
}

/** One side of the price, over the stretch that was reached; bins between `edges`, log distances outward. */
export interface OutcomeSide {
  readonly side: PositionSide;
  readonly price: number;
  readonly edges: Float64Array;
  /** Dollars and number of forced orders, by either definition of what counts. */
  readonly firstUsd: Float64Array;
  readonly firstPrints: Float64Array;
  readonly allUsd: Float64Array;
  readonly allPrints: Float64Array;
  /** Frozen masses of each of `names` in each bin, one name after the other. */
  readonly masses: Float32Array;
}

/** What the forecasts of a market have taught: `skill` under `[market]`. */
export interface SkillRecord {
  /** Forecasts made up to here have been learnt from. */
  readonly learntUntilS: number;
  /** Every horizon that was over by then has its outcome. */
  readonly scoredUntilS: number;
  readonly mixture: Mixture;
  /** The latest score by horizon; empty before the first. */
  readonly reports: readonly SkillReport[];
}
