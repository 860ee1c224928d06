import type { SavedPosition } from '../../market/position.ts';
import type { BookDepth } from '../advice/book-depth.ts';
import { sizeAtRisk } from '../advice/position-size.ts';

/** One size twice: dollars at the entry price, and coins. */
export interface SizeForRisk {
  readonly notionalUsd: number;
  readonly sizeBase: number;
}

/**
 * Size whose loss from entry to stop, with the fees of both and the slip of the stop, is `riskUsd`; null without a stop, and
 * where it stands on the entry's winning side.
 * @param takerFee of entry and of exit each, a fraction of notional
 * @param depth of the side that the stop takes from; null: the book was not polled, and no slip is counted
 */
export function sizeForRisk(
  { entryPrice, stopPrice, side }: SavedPosition,
  riskUsd: number,
  { takerFee, depth }: { readonly takerFee: number; readonly depth: BookDepth | null },
): SizeForRisk | null {
  const distance = stopPrice === null ? 0 : (side === 'long' ? 1 : -1) * (1 - stopPrice / entryPrice);
  if (!(distance > 0)) return null;
  const notionalUsd = sizeAtRisk(riskUsd, { stopDistance: distance, feeRate: 2 * takerFee, depth });
  return { notionalUsd, sizeBase: notionalUsd / entryPrice };
}
