import { atMarkValue, type VenueFormula } from './formula.ts';

/**
 * Liquidates when equity = adjustment factor * notional / leverage: the maintenance rate is the adjustment factor
 * of the position's ladder over its leverage (`swap_adjustfactor`; one recorded position agrees exactly).
 */
export const htx: VenueFormula = {
  venue: 'htx',
  name: 'HTX',
  hasInverse: true,
  takerFee: 0.0005,
  isEstimate: () => false,
  equation: (input) => atMarkValue(input),
};
