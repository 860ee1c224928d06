import type { AssetClass } from './asset-class.ts';

/** The market that an exchange page shows, read from its address and title. */
export interface PageMarket {
  /** Site id, e.g. `binance`; sites that are not polled have ids of their own, e.g. `dydx`. */
  readonly venue: string;
  /** The venue's own identifier of the instrument. */
  readonly instrument: string;
  /** The common name: BTC, not XBT; PEPE, not 1000PEPE. */
  readonly base: string;
  /** Absent: what the name says, mostly a coin; the venue's list may know better. */
  readonly assetClass?: AssetClass;
  readonly multiplier: number;
  readonly quote: string;
  readonly kind: 'perpetual' | 'future' | 'spot';
}
