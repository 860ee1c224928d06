import type { AlternativeName, FormulaInput, VenueFormula } from './formulas/formula.ts';
import { solveBankruptcy, solveMarginEquation, type MarginEquation } from './margin-equation.ts';

/** Difference of two published formulas above which both are shown. */
const ALTERNATIVE_SHOWN_ABOVE = 0.001;

/** A venue's answer in the units of {@link FormulaInput}. */
export interface VenueLiquidation {
  /** Null: cannot be liquidated. */
  readonly liquidationPrice: number | null;
  readonly bankruptcyPrice: number | null;
  readonly estimate: boolean;
  readonly immediate: boolean;
  /** Index of the bracket that holds at the liquidation price; null without a price. */
  readonly bracketIndex: number | null;
  readonly alternative: { readonly liquidationPrice: number | null; readonly name: AlternativeName } | null;
}

/**
 * Runs one venue's formula.
 * @throws RangeError for brackets that are empty
 * @example
 * const formula = formulaOf('bybit'); // null: not a venue whose formula is known
 * const answer = formula && venueLiquidation(formula, input);
 */
export function venueLiquidation(formula: VenueFormula, input: FormulaInput): VenueLiquidation {
  const round = (price: number | null): number | null =>
    price === null || formula.round === undefined ? price : formula.round(price, input);
  const priceOf = (equation: MarginEquation) => round(solveMarginEquation(equation).price);
  const equation = formula.equation(input);
  const solution = solveMarginEquation(equation);
  const liquidationPrice = round(solution.price);
  return {
    liquidationPrice,
    bankruptcyPrice: solveBankruptcy(equation),
    estimate: formula.isEstimate(input),
    immediate: solution.immediate,
    bracketIndex: solution.price === null ? null : solution.bracketIndex,
    alternative: formula.alternative
      ? whereDifferent(
          liquidationPrice,
          priceOf(formula.alternative.equation(input)),
          formula.alternative.name,
        )
      : null,
  };
}

function whereDifferent(
  price: number | null,
  other: number | null,
  name: AlternativeName,
): VenueLiquidation['alternative'] {
  const same =
    price === null || other === null
      ? price === other
      : Math.abs(other - price) <= ALTERNATIVE_SHOWN_ABOVE * Math.abs(price);
  return same ? null : { liquidationPrice: other, name };
}
