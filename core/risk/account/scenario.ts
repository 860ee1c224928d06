import type { SavedPosition } from '../../market/position.ts';
import type { AccountMarkets } from '../cross-account.ts';
import { breakPoint, type BreakPoint, marketsAt, type MoveOf } from './break-point.ts';
import { accountState, type AccountState, type MarginAccount, marginAccounts } from './margin-account.ts';

/** Positions, what is known of their markets now, and how far each price goes. */
export interface ScenarioQuestion {
  readonly positions: readonly SavedPosition[];
  readonly markets: AccountMarkets;
  readonly moveOf: MoveOf;
}

/** One account before and after. */
export interface AccountOutcome {
  readonly account: MarginAccount;
  readonly now: AccountState;
  /** At the end of the way if nothing were closed; null of an account that breaks on it. */
  readonly after: AccountState | null;
  readonly breaks: BreakPoint | null;
}

/** What becomes of all positions when prices move together, fees, funding and slip left out. */
export interface ScenarioOutcome {
  readonly accounts: readonly AccountOutcome[];
  readonly leftOut: readonly SavedPosition[];
  /** Positions whose price is not known, valued at what was last said of them or at entry. */
  readonly unpriced: readonly SavedPosition[];
  readonly equityUsd: number;
  /** What is left at the end; an account that breaks counts for nothing. */
  readonly leftUsd: number;
  /** The first to break; null: none does. */
  readonly first: BreakPoint | null;
}

/** Microseconds an isolated position, a millisecond a cross account of some. */
export function scenarioOutcome({ positions, markets, moveOf }: ScenarioQuestion): ScenarioOutcome {
  const { accounts: known, leftOut } = marginAccounts(positions);
  const end = marketsAt(markets, moveOf, 1);
  const accounts = known.map((account): AccountOutcome => {
    const breaks = breakPoint(account, markets, moveOf);
    return {
      account,
      now: accountState(account, markets),
      after: breaks === null ? accountState(account, end) : null,
      breaks,
    };
  });
  return {
    accounts,
    leftOut,
    unpriced: positions.filter((one) => !leftOut.includes(one) && markets.markPriceOf(one) === null),
    equityUsd: accounts.reduce((sum, { now }) => sum + now.equityUsd, 0),
    leftUsd: accounts.reduce((sum, { after }) => sum + (after?.equityUsd ?? 0), 0),
    first: accounts.reduce<BreakPoint | null>(
      (first, { breaks }) => (breaks !== null && (first === null || breaks.at < first.at) ? breaks : first),
      null,
    ),
  };
}
