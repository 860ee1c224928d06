import { VENUE_NAMES } from '../../market/venue-id.ts';
import { atMarkValue, type VenueFormula } from './formula.ts';

/** Margin against maintenance and the closing fee, with progressive tiers since 2025-07-29 (Gate help centre). */
export const gate: VenueFormula = {
  venue: 'gate',
  name: VENUE_NAMES.gate,
  hasInverse: true,
  takerFee: 0.0005,
  isEstimate: () => false,
  equation: (input) => atMarkValue(input, input.takerFee),
};
