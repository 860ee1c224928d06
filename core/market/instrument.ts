import type { AssetClass } from './asset-class.ts';
import type { VenueId } from './venue-id.ts';

/**
 * One linear perpetual of one venue. Parsers divide by `multiplier` and multiply by `contractSizeBase`, so
 * nothing outside a venue's folder ever meets a contract or a "1000PEPE".
 */
export interface Instrument {
  readonly venue: VenueId;
  /** The venue's own identifier, e.g. `BTCUSDT`, `BTC-USDT-SWAP`, `BTC_USDT`, `BTC`. */
  readonly id: string;
  /** The common name, e.g. `BTC`, `PEPE` (never `XBT`, never `1000PEPE`). */
  readonly base: string;
  /** What the contract is written on, as the venue says it; absent: what its name says, mostly a coin. */
  readonly assetClass?: AssetClass;
  /** The venue trades it before the asset itself is listed anywhere; absent: no. */
  readonly isPreMarket?: boolean;
  readonly quote: string;
  /** Coins in one unit that the venue quotes a price for: 1, or 1000 for `1000PEPE`. */
  readonly multiplier: number;
  /** Quoted units in one contract; 1 where the venue gives sizes in units. */
  readonly contractSize: number;
  /** Smallest price step, in USD for one coin. */
  readonly tickSize: number;
}
