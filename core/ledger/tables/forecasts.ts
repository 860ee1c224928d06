import { RELATIVE_BINS } from '../../engine/forecast/relative-lattice.ts';

/**
 * A forecast as it stood before its outcome: `forecasts` under `[market, atS]`. `densities` holds for each of `names`
 * the density by scoring bin of 25 bp, 20 % of log price, first for longs and then for shorts.
 */
export interface ForecastRow {
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
export const isWholeForecast = ({ names, densities }: Pick<ForecastRow, 'names' | 'densities'>): boolean =>
  densities.length === names.length * 2 * RELATIVE_BINS && densities.every(Number.isFinite);
