import type { ForcedClose } from '../../market/coin-market.ts';
import type { Listing } from '../listings.ts';
import { decimal } from '../venue-api.ts';
import { contractsOf } from './listing.ts';

/** Bankruptcy beyond liquidation, as a fraction of the price. */
const BANKRUPTCY = 0.004;

/** One liquidation of the REST list: a positive size is a long that died. */
export function liquidationRow(listing: Listing, close: ForcedClose) {
  const sign = close.side === 'long' ? 1 : -1;
  const size = sign * Math.max(1, contractsOf(listing, close.sizeBase));
  return {
    time: Math.floor(close.atS),
    contract: listing.symbol,
    size,
    order_size: -size,
    order_price: decimal(close.firedPrice * (1 - sign * BANKRUPTCY), listing.tickSize),
    fill_price: decimal(close.firedPrice, listing.tickSize),
    left: 0,
  };
}
