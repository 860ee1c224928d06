import { VENUE_NAMES } from '../../market/venue-id.ts';
import { atEntryValue, atMarkValue, type FormulaInput, type VenueFormula } from './formula.ts';

/** Added margin is worth what is left of it after the closing fee, by the help page of 2026-05-27. */
function addedMarginWorth(input: FormulaInput): number {
  const direction = (input.side === 'long' ? 1 : -1) * (input.contract === 'inverse' ? -1 : 1);
  return input.addedMargin / (1 - direction * input.takerFee);
}

/**
 * Unified account. Isolated: maintenance at mark value (help page of 2026-05-27); until at least May 2025 the
 * venue itself used the entry value, which is given as the alternative. Cross is account-wide and has no
 * published price of one position.
 */
export const bybit: VenueFormula = {
  venue: 'bybit',
  name: VENUE_NAMES.bybit,
  hasInverse: true,
  takerFee: 0.00055,
  isEstimate: (input) => input.marginMode === 'cross',
  equation: (input) => atMarkValue({ ...input, addedMargin: addedMarginWorth(input) }),
  alternative: { name: 'entry-value', equation: atEntryValue },
};
