import { atEntryValue, type VenueFormula } from './formula.ts';

/** Maintenance fixed at entry; the price is rounded towards the market (recorded longs are rounded up to the tick). */
export const kucoin: VenueFormula = {
  venue: 'kucoin',
  name: 'KuCoin',
  hasInverse: true,
  takerFee: 0.0006,
  isEstimate: () => false,
  equation: atEntryValue,
  round: (price, input) => {
    if (input.tickSize === 0) return price;
    // A price that is a tick already must not move because its quotient carries a rounding error.
    const ticks = price / input.tickSize;
    return (input.side === 'long' ? Math.ceil(ticks - 1e-9) : Math.floor(ticks + 1e-9)) * input.tickSize;
  },
};
