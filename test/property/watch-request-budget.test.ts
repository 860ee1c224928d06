import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { recordSpending, waitForBudgetMs } from '../../core/sources/request-budget.ts';
import type { Spending } from '../../core/ledger/tables/budgets.ts';

const budget = { id: 'venue', weight: 100, perMs: 10_000 };

const requests = array(
  record({ weight: integer({ min: 1, max: 60 }), pauseMs: integer({ min: 0, max: 4_000 }) }),
  { minLength: 1, maxLength: 200 },
);

/** Sends each request as soon as the budget lets it, the record cut down each time as the service does. */
function send(wanted: readonly { readonly weight: number; readonly pauseMs: number }[]): readonly Spending[] {
  const sent: Spending[] = [];
  let record: readonly Spending[] = [];
  let nowMs = 0;
  for (const { weight, pauseMs } of wanted) {
    nowMs += pauseMs;
    nowMs += waitForBudgetMs(record, budget, weight, nowMs);
    record = recordSpending(record, budget, weight, nowMs);
    sent.push({ atMs: nowMs, weight });
  }
  return sent;
}

describe('a request budget', () => {
  test('is never overdrawn in any window', () => {
    assert(
      property(requests, (wanted) => {
        const sent = send(wanted);

        for (const { atMs } of sent) {
          const inWindow = sent.filter((one) => one.atMs > atMs - budget.perMs && one.atMs <= atMs);
          expect(inWindow.reduce((sum, one) => sum + one.weight, 0)).toBeLessThanOrEqual(budget.weight);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('has room again after exactly the wait that it names, and not a millisecond sooner', () => {
    assert(
      property(requests, integer({ min: 1, max: 100 }), (wanted, weight) => {
        const record = send(wanted);
        const nowMs = record.at(-1)?.atMs ?? 0;

        const waitMs = waitForBudgetMs(record, budget, weight, nowMs);

        expect(waitForBudgetMs(record, budget, weight, nowMs + waitMs)).toBe(0);
        const isTooSoon = waitForBudgetMs(record, budget, weight, nowMs + waitMs - 1) > 0;
        expect(waitMs === 0 || isTooSoon).toBe(true);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('is never waited for longer than its window, also when the clock was set back', () => {
    assert(
      property(requests, integer({ min: -100_000, max: 100_000 }), (wanted, jumpMs) => {
        const record = send(wanted);
        const nowMs = (record.at(-1)?.atMs ?? 0) + jumpMs;

        expect(waitForBudgetMs(record, budget, 100, nowMs)).toBeLessThanOrEqual(budget.perMs);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
