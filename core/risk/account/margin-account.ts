import { contractOf, notionalUsdOf, positionSizeBase, type SavedPosition } from '../../market/position.ts';
import { type AccountMarkets, priceOf, sharesMargin } from '../cross-account.ts';
import { formulaOf } from '../formulas/registry.ts';
import { backingOf } from '../liquidation.ts';
import { maintenanceUsd } from '../maintenance.ts';
import { signOf } from '../margin-equation.ts';
import { tiersInUse } from '../tiers/tiers-in-use.ts';

/** Positions that one balance backs: a cross account, or one isolated position with its margin. */
export interface MarginAccount {
  readonly mode: SavedPosition['marginMode'];
  readonly positions: readonly [SavedPosition, ...SavedPosition[]];
  /** In what its contracts settle in: dollars, or coins. */
  readonly backing: number;
  /** Its positions name different balances, of which `backing` is the lowest. */
  readonly hasSeveralBalances: boolean;
}

/** Positions by the margin that backs them. */
export interface MarginAccounts {
  readonly accounts: readonly MarginAccount[];
  /** Positions without a balance or of a venue whose formula is not known. */
  readonly leftOut: readonly SavedPosition[];
}

/** Which positions share a margin, in the order of their first ones. */
export function marginAccounts(positions: readonly SavedPosition[]): MarginAccounts {
  const known = positions.filter((one) => backingOf(one) !== null && formulaOf(one.venue) !== null);
  const accounts = known.flatMap((first, at): MarginAccount[] => {
    if (known.slice(0, at).some((before) => sharesMargin(before, first))) return [];
    const others = known.slice(at + 1).filter((other) => sharesMargin(first, other));
    const balances = [first, ...others].map((one) => backingOf(one)?.total ?? NaN);
    const backing = Math.min(...balances);
    return [
      {
        mode: first.marginMode,
        positions: [first, ...others],
        backing,
        hasSeveralBalances: balances.some((balance) => balance !== backing),
      },
    ];
  });
  return { accounts, leftOut: positions.filter((one) => !known.includes(one)) };
}

/** What an account is worth and must hold at some prices, USD. */
export interface AccountState {
  readonly equityUsd: number;
  readonly maintenanceUsd: number;
  /** Maintenance over equity: 1 is liquidation, but for what a venue counts beside it; null where the equity is gone. */
  readonly marginRatio: number | null;
}

/** Coins as backing count at the price of the account's first position. */
export function accountState(account: MarginAccount, markets: AccountMarkets): AccountState {
  const [first] = account.positions;
  const price = priceOf(first, markets);
  let equityUsd = account.backing * (contractOf(first) === 'inverse' ? price : 1);
  let neededUsd = 0;
  for (const position of account.positions) {
    const mark = priceOf(position, markets);
    const sizeBase = positionSizeBase(position);
    const { facts } = tiersInUse(position, markets.tiersOf(position));
    const notionalUsd = contractOf(position) === 'inverse' ? notionalUsdOf(position) : sizeBase * mark;
    equityUsd += profitUsd(position, mark);
    neededUsd += maintenanceUsd(facts, { sizeBase, notionalUsd, price: mark });
  }
  return {
    equityUsd,
    maintenanceUsd: neededUsd,
    marginRatio: equityUsd > 0 ? neededUsd / equityUsd : null,
  };
}

/** Of an inverse position in dollars at that price. */
export const profitUsd = (position: SavedPosition, price: number): number =>
  signOf(position.side) * positionSizeBase(position) * (price - position.entryPrice);
