import type { ForcedClose } from '../../market/coin-market.ts';
import type { Listing } from '../listings.ts';
import { decimal } from '../venue-api.ts';

/** Bankruptcy beyond liquidation, as a fraction of the price. */
const BANKRUPTCY = 0.004;

/** One liquidation in Bitget's words: `side` is of the position, buy = a long died. */
export function liquidationRow(listing: Listing, close: ForcedClose) {
  const isLong = close.side === 'long';
  return {
    symbol: listing.symbol,
    side: isLong ? 'buy' : 'sell',
    price: decimal(close.firedPrice * (isLong ? 1 - BANKRUPTCY : 1 + BANKRUPTCY), listing.tickSize),
    amount: decimal(close.sizeBase, 1e-4),
    ts: String(Math.round(close.atS * 1000)),
  };
}
