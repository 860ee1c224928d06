import type { SavedPosition } from '../../market/position.ts';
import { type AccountMarkets, crossAccountOf, priceOf } from '../cross-account.ts';
import { formulaLiquidation, positionLiquidation } from '../liquidation.ts';
import { signOf } from '../margin-equation.ts';
import { type MarginAccount, profitUsd } from './margin-account.ts';

/** How far each position's price goes, as a fraction of what it is now; above -1. */
export type MoveOf = (position: SavedPosition) => number;

/** Where an account breaks on its way. */
export interface BreakPoint {
  /** Part of the whole way, 0 to 1; 0: at once. */
  readonly at: number;
  /** The position that the venue closes: of a cross account the one that has lost most by then. */
  readonly position: SavedPosition;
  /** Its price then, USD. */
  readonly price: number;
}

/** Points on the way that are looked at before the first break is searched between two of them. */
const STEPS = 16;
const BISECTIONS = 32;

/** The markets when every price has gone a part of its way. */
export const marketsAt = (markets: AccountMarkets, moveOf: MoveOf, part: number): AccountMarkets => ({
  ...markets,
  markPriceOf: (position) => priceOf(position, markets) * (1 + part * moveOf(position)),
});

/** Where the first position of an account is liquidated while all prices go their way together; null: nowhere on it. */
export function breakPoint(
  account: MarginAccount,
  markets: AccountMarkets,
  moveOf: MoveOf,
): BreakPoint | null {
  return account.mode === 'isolated'
    ? isolatedBreak(account.positions[0], markets, moveOf)
    : crossBreak(account, markets, moveOf);
}

/** By its liquidation price. */
function isolatedBreak(position: SavedPosition, markets: AccountMarkets, moveOf: MoveOf): BreakPoint | null {
  const from = priceOf(position, markets);
  const { liquidationPrice: price, immediate } = positionLiquidation(position, {
    tiers: markets.tiersOf(position),
    markPrice: from,
  });
  if (immediate) return { at: 0, position, price: from };
  if (price === null) return null;
  if (signOf(position.side) * (from - price) <= 0) return { at: 0, position, price: from };
  const at = (price / from - 1) / moveOf(position);
  return at >= 0 && at <= 1 ? { at, position, price } : null;
}

/** By the account's equation at the prices of each point of the way: where tiers are steps, an account may break on it and hold at its end. */
function crossBreak(account: MarginAccount, markets: AccountMarkets, moveOf: MoveOf): BreakPoint | null {
  const positions = account.positions.map((position) => withBacking(position, account.backing));
  const isBroken = (part: number): boolean => {
    const there = marketsAt(markets, moveOf, part);
    return positions.some(
      (position) =>
        formulaLiquidation(position, {
          tiers: there.tiersOf(position),
          markPrice: priceOf(position, there),
          ...crossAccountOf(position, positions, there),
        }).immediate,
    );
  };
  const step = Array.from({ length: STEPS + 1 }, (_, at) => at / STEPS).find(isBroken);
  if (step === undefined) return null;
  let [whole, broken] = [Math.max(0, step - 1 / STEPS), step];
  for (let round = 0; round < BISECTIONS; round += 1) {
    const middle = (whole + broken) / 2;
    if (isBroken(middle)) broken = middle;
    else whole = middle;
  }
  const there = marketsAt(markets, moveOf, broken);
  const [first, ...others] = account.positions;
  const lossOf = (position: SavedPosition): number => profitUsd(position, priceOf(position, there));
  const position = others.reduce((worst, one) => (lossOf(one) < lossOf(worst) ? one : worst), first);
  return { at: broken, position, price: priceOf(position, there) };
}

/** One account has one balance, whatever its positions say. */
const withBacking = (position: SavedPosition, backing: number): SavedPosition =>
  position.contract === 'inverse'
    ? { ...position, walletBalanceBase: backing }
    : { ...position, walletBalanceUsd: backing };
