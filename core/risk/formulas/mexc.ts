import { atEntryValue, type VenueFormula } from './formula.ts';

/** Entry * (1 - side * (1 / leverage - maintenance rate)): maintenance fixed at entry (MEXC help centre). */
export const mexc: VenueFormula = {
  venue: 'mexc',
  name: 'MEXC',
  hasInverse: true,
  takerFee: 0.0004,
  isEstimate: () => false,
  equation: atEntryValue,
};
