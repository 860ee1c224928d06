import { VENUE_NAMES } from '../../market/venue-id.ts';
import { atMarkValue, type VenueFormula } from './formula.ts';

/**
 * Isolated, cross and hedge from the one equation of Binance's help pages "How to calculate liquidation price of
 * USDⓈ-M / COIN-M futures contracts" (b3c689c1f50a44cabb3a84e663b81d93). Fees are not part of it.
 */
export const binance: VenueFormula = {
  venue: 'binance',
  name: VENUE_NAMES.binance,
  hasInverse: true,
  takerFee: 0.0005,
  isEstimate: () => false,
  equation: (input) => atMarkValue(input),
};
