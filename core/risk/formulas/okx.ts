import { VENUE_NAMES } from '../../market/venue-id.ts';
import { atMarkValue, type VenueFormula } from './formula.ts';

/**
 * Margin ratio of 100 %: equity against maintenance and the closing fee. The venue shows isolated prices one tick
 * nearer to the market than computed (two recorded longs agree to 1e-12; the short's tick is mirrored).
 */
export const okx: VenueFormula = {
  venue: 'okx',
  name: VENUE_NAMES.okx,
  hasInverse: true,
  takerFee: 0.0005,
  isEstimate: () => false,
  equation: (input) => atMarkValue(input, input.takerFee),
  round: (price, input) =>
    input.marginMode === 'isolated' ? price + (input.side === 'long' ? 1 : -1) * input.tickSize : price,
};
