import { contractOf, notionalUsdOf, positionSizeBase, type SavedPosition } from '../../market/position.ts';
import { signOf } from '../margin-equation.ts';

/** What a position has to earn before it gains. */
export interface PositionCosts {
  /** Taker fee of entry and of exit each, a fraction of notional. */
  readonly takerFee: number;
  /** Dollars of funding paid; negative: received. */
  readonly fundingUsd: number;
  /** Price at which that funding is worth its coins, USD; of inverse contracts alone. */
  readonly markPrice: number;
}

/**
 * Exit price at which profit less fees and funding is nothing, in what the contract settles in. With size s, entry e, fee f
 * and funding F of a linear long, s (p - e) = f s (e + p) + F; of an inverse one q (1/e - 1/p) = f q (1/e + 1/p) + F in
 * coins. Null where no price makes up for them.
 */
export function breakEvenPrice(position: SavedPosition, costs: PositionCosts): number | null {
  const { takerFee, fundingUsd, markPrice } = costs;
  const sign = signOf(position.side);
  const { entryPrice } = position;
  if (contractOf(position) === 'linear') {
    const funding = fundingUsd / positionSizeBase(position);
    return whereEarned((entryPrice * (1 + sign * takerFee) + sign * funding) / (1 - sign * takerFee));
  }
  const funding = fundingUsd / markPrice / notionalUsdOf(position);
  return whereEarned((1 + sign * takerFee) / ((1 - sign * takerFee) / entryPrice - sign * funding));
}

const whereEarned = (price: number): number | null => (Number.isFinite(price) && price > 0 ? price : null);
