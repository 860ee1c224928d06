import type { ForcedClose } from '../../market/coin-market.ts';
import type { Listing } from '../listings.ts';
import { decimal } from '../venue-api.ts';

/** Bankruptcy beyond liquidation, as a fraction of the price. */
const BANKRUPTCY = 0.004;

/** One liquidation in OKX's words: `side` is of the order, `posSide` of the position. */
export function liquidationDetails(listing: Listing, close: ForcedClose) {
  const isLong = close.side === 'long';
  const ts = String(Math.round(close.atS * 1000));
  return {
    bkLoss: '0',
    bkPx: decimal(close.firedPrice * (isLong ? 1 - BANKRUPTCY : 1 + BANKRUPTCY), listing.tickSize),
    ccy: '',
    posSide: close.side,
    side: isLong ? 'sell' : 'buy',
    sz: decimal(close.sizeBase / listing.contractSize, 0.01),
    time: ts,
    ts,
  };
}
