import { VENUE_NAMES } from '../../market/venue-id.ts';
import { withContinuousDeductions } from '../margin-equation.ts';
import { atMarkValue, type VenueFormula } from './formula.ts';

/**
 * Margin against maintenance and the closing fee. Since September 2025 a pre-calculated offset makes the tiers
 * continuous; the public table does not carry it, so it is computed. Cross is only partly published.
 */
export const bitget: VenueFormula = {
  venue: 'bitget',
  name: VENUE_NAMES.bitget,
  hasInverse: true,
  takerFee: 0.0006,
  isEstimate: (input) => input.marginMode === 'cross',
  equation: (input) =>
    atMarkValue({ ...input, brackets: withContinuousDeductions(input.brackets) }, input.takerFee),
};
