import type { VenueId } from './venue-id.ts';

/**
 * One linear perpetual of one venue. Parsers divide by `multiplier` and multiply by `contractSizeBase`, so
 * nothing outside a venue's folder ever meets a contract or a "1000PEPE".
 */
export interface Instrument {
  readonly venue: VenueId;
  /** The venue's own identifier, e.g. `BTCUSDT`, `BTC-USDT-SWAP`, `BTC_USDT`, `BTC`. */
  readonly id: string;
  /** The coin, e.g. `BTC`, `PEPE` (never `XBT`, never `1000PEPE`). */
  readonly base: string;
  readonly quote: string;
  /** Coins in one unit that the venue quotes a price for: 1, or 1000 for `1000PEPE`. */
  readonly multiplier: number;
  /** Quoted units in one contract; 1 where the venue gives sizes in units. */
  readonly contractSize: number;
  /** Smallest price step, in USD for one coin. */
  readonly tickSize: number;
}

/** The coin's market over all venues: `BTCUSDT` stands for every linear BTC perpetual that is polled. */
export const marketId = (base: string): string => `${base}USDT`;

/** The coin of a market id; undoes {@link marketId}. */
export const baseOfMarket = (id: string): string => id.replace(/USDT$/, '');
