import type { PositionSide } from '../../market/forced-order.ts';

/** What came of one forecast over one horizon: `outcomes` under `[market, horizonS, atS]`. */
export interface OutcomeRow {
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

/** Whether every side of `row` has as many figures as bins. */
export const isWholeOutcome = ({ names, sides }: Pick<OutcomeRow, 'names' | 'sides'>): boolean =>
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
