import { atMarkValue, type VenueFormula } from './formula.ts';

/** Equity against maintenance and the closing fee: what any margin engine does, where the venue publishes no price of one position. */
const estimate = (venue: string, name: string): VenueFormula => ({
  venue,
  name,
  hasInverse: true,
  takerFee: 0.0005,
  isEstimate: () => true,
  equation: (input) => atMarkValue(input, input.takerFee),
});

/** Leaves out the funding that BitMEX adds to the maintenance of the next interval. */
export const bitmex = estimate('bitmex', 'BitMEX');

/** Account-wide at Deribit: equity of the currency against its maintenance. */
export const deribit = estimate('deribit', 'Deribit');

/** Account-wide at Kraken: portfolio value against maintenance. */
export const kraken = estimate('kraken', 'Kraken');
