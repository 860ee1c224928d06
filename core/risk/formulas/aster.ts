import { VENUE_NAMES } from '../../market/venue-id.ts';
import { binance } from './binance.ts';
import type { VenueFormula } from './formula.ts';

/** Binance's equation: the same brackets with the same cumulative amounts. Its fee is an assumption, and not part of it. */
export const aster: VenueFormula = {
  ...binance,
  venue: 'aster',
  name: VENUE_NAMES.aster,
  hasInverse: false,
  takerFee: 0.0004,
};
