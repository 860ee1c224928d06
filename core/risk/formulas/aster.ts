import { binance } from './binance.ts';
import type { VenueFormula } from './formula.ts';

/** Binance's equation: the same brackets with the same cumulative amounts. Its fee is an assumption, and not part of it. */
export const aster: VenueFormula = { ...binance, venue: 'aster', takerFee: 0.0004 };
