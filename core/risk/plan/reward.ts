import { positionSizeBase, type PositionTarget, type SavedPosition } from '../../market/position.ts';
import { signOf } from '../margin-equation.ts';

/** What one target brings. */
export interface TargetReward extends PositionTarget {
  /** Of its share of the size, USD; fees and funding left out. */
  readonly profitUsd: number;
  /** Distance from entry in those of the stop (R multiple); null without a risk. */
  readonly multiple: number | null;
}

/** What a position is to gain for what it risks; a risk is one R. */
export interface Reward {
  /** Dollars lost at the stop, fees and funding left out; null without a stop, and where it stands on the entry's winning side. */
  readonly riskUsd: number | null;
  /** Nearest to the entry first. */
  readonly targets: readonly TargetReward[];
  /** Share of the size that no target closes, 0 to 1. */
  readonly openShare: number;
  /** Profit at all targets over the risk; what stays open brings nothing. Null without a target or a risk. */
  readonly rewardToRisk: number | null;
}

/** Of an inverse position in dollars at each price, as {@link import('../advice/profit-ladder.ts').profitLadder} has it. */
export function rewardOf(position: SavedPosition): Reward {
  const { entryPrice, stopPrice, side, targets = [] } = position;
  const size = positionSizeBase(position);
  const gain = (price: number): number => signOf(side) * (price - entryPrice);
  const risk = stopPrice === null ? 0 : -gain(stopPrice);
  const multipleAt = (price: number): number | null => (risk > 0 ? gain(price) / risk : null);
  const rewards = targets
    .map(({ price, share }): TargetReward => ({
      price,
      share,
      profitUsd: share * size * gain(price),
      multiple: multipleAt(price),
    }))
    .sort((a, b) => gain(a.price) - gain(b.price));
  const sum = (of: (reward: TargetReward) => number): number =>
    rewards.reduce((total, reward) => total + of(reward), 0);
  return {
    riskUsd: risk > 0 ? risk * size : null,
    targets: rewards,
    openShare: Math.max(0, 1 - sum(({ share }) => share)),
    rewardToRisk:
      risk > 0 && rewards.length > 0 ? sum(({ share, multiple }) => share * (multiple ?? 0)) : null,
  };
}

/** Where a price stands in R from the entry; null without a risk. */
export function multipleOf(position: SavedPosition, price: number): number | null {
  const { entryPrice, stopPrice, side } = position;
  const risk = stopPrice === null ? 0 : signOf(side) * (entryPrice - stopPrice);
  return risk > 0 ? (signOf(side) * (price - entryPrice)) / risk : null;
}
