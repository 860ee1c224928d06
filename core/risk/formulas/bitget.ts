import { atMarkValue, type VenueFormula } from './formula.ts';

/** Margin against maintenance and the closing fee; tier deductions count since September 2025. Cross is only partly published. */
export const bitget: VenueFormula = {
  venue: 'bitget',
  takerFee: 0.0006,
  isEstimate: (input) => input.marginMode === 'cross',
  equation: (input) => atMarkValue(input, input.takerFee),
};
