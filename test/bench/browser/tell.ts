import { expect, test } from '@playwright/test';

import budgets from './worker-budgets.json' with { type: 'json' };

/** One row: what was measured, what it may be, and what it was before polls cost only what is new. */
export function tell(name: keyof typeof budgets, measured: number): void {
  const { budget, before } = budgets[name];
  const description = JSON.stringify({ name, measured: Number(measured.toPrecision(3)), budget, before });
  console.log(description);
  test.info().annotations.push({ type: 'budget', description });
  expect.soft(measured, name).toBeLessThanOrEqual(budget);
}

export const seconds = (s: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, 1000 * s));
