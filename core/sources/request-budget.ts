import type { RequestBudget } from '../venues/venue.ts';
import type { Spending } from '../ledger/tables/budgets.ts';

/**
 * Milliseconds to wait until `weight` may be spent, so that no window of the budget's length ever holds more
 * than its weight. A request heavier than the whole budget waits for an empty window. `spent` ascends in time;
 * spendings later than now (the clock was set back) count as just made.
 */
export function waitForBudgetMs(
  spent: readonly Spending[],
  budget: RequestBudget,
  weight: number,
  nowMs: number,
): number {
  let room = budget.weight - Math.min(weight, budget.weight);
  for (let index = spent.length - 1; index >= 0; index--) {
    const spending = spent[index];
    if (spending === undefined || spending.atMs <= nowMs - budget.perMs) break;
    room -= Math.min(spending.weight, budget.weight);
    if (room < 0) return Math.min(spending.atMs, nowMs) + budget.perMs - nowMs;
  }
  return 0;
}

/** The record after `weight` was spent now, without what has left the window. */
export function recordSpending(
  spent: readonly Spending[],
  budget: RequestBudget,
  weight: number,
  nowMs: number,
): readonly Spending[] {
  const inWindow = spent
    .map((spending) => (spending.atMs > nowMs ? { ...spending, atMs: nowMs } : spending))
    .filter((spending) => spending.atMs > nowMs - budget.perMs);
  return [...inWindow, { atMs: nowMs, weight }];
}
