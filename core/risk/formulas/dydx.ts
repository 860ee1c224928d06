import { atMarkValue, type VenueFormula } from './formula.ts';

/** Account equity against the sum of maintenance at oracle prices (v4 front-end library, `v4-abacus`). */
export const dydx: VenueFormula = {
  venue: 'dydx',
  name: 'dYdX',
  hasInverse: false,
  takerFee: 0.0005,
  isEstimate: () => false,
  equation: (input) => atMarkValue(input),
};
