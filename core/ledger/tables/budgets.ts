/** What was spent of one budget, oldest first, no longer than its window: `budgets` under `[venue, budget]`. */
export interface BudgetRow {
  readonly spent: readonly Spending[];
}

export interface Spending {
  readonly atMs: number;
  readonly weight: number;
}
