import { VENUE_NAMES } from '../../market/venue-id.ts';
import { atMarkValue, type VenueFormula } from './formula.ts';

/** Maintenance is half of the initial margin at the tier's maximum leverage, no fee (documentation, "Liquidations"). */
export const hyperliquid: VenueFormula = {
  venue: 'hyperliquid',
  name: VENUE_NAMES.hyperliquid,
  hasInverse: false,
  takerFee: 0.00045,
  isEstimate: () => false,
  equation: (input) => atMarkValue(input),
};
