import type { HttpRequest } from '../market/http-request.ts';
import type { DatabaseKey, Ports } from '../ledger/ports.ts';
import type { SourceFault } from '../ledger/tables/fault.ts';
import type { RequestBudget, Venue } from '../venues/venue.ts';
import { isWaiting } from './back-off.ts';
import { recordSpending, waitForBudgetMs } from './request-budget.ts';

/** Whether a request may leave, or why not. */
export type Payment =
  | { readonly kind: 'paid' }
  /** The budget has no room before the deadline; `isSoon` if it will have just after. */
  | { readonly kind: 'later'; readonly isSoon: boolean }
  /** The host is left alone for now. */
  | { readonly kind: 'closed'; readonly fault: SourceFault };

/**
 * Pays for a request to `host` from its venue's budget, once there is room.
 * @param deadlineMs by the device's clock @throws StorageError where what was spent cannot be stored
 */
export type Pay = (
  host: string,
  venue: Venue,
  request: Pick<HttpRequest, 'weight' | 'budget'>,
  deadlineMs: number,
) => Promise<Payment>;

/** Longer waits are left to the next alarm. */
const SOON_MS = 5_000;

interface Bill {
  readonly host: string;
  readonly weight: number;
  readonly deadlineMs: number;
  readonly resolve: (payment: Payment) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Bills of a budget are paid in the order in which they came, those that wait together by one write: it is done before the
 * first of their requests leaves, so that no window is overdrawn when the worker is killed in between.
 */
export function createPayments({ clock, database }: Pick<Ports, 'clock' | 'database'>): Pay {
  const queues = new Map<string, Bill[]>();

  /** Answers the first of `bills`, as many as need not wait. @returns how long the next has to, ms */
  const settleNow = async (budget: RequestBudget, key: DatabaseKey, bills: Bill[]): Promise<number> => {
    const paid: Bill[] = [];
    let pauseMs = 0;
    try {
      let spent = (await database.get('budgets', key))?.spent ?? [];
      for (let bill = bills[0]; bill !== undefined; bill = bills[0]) {
        const fault = (await database.get('hosts', [bill.host]))?.fault ?? null;
        const deviceMs = clock.deviceMs();
        const waitMs = waitForBudgetMs(spent, budget, bill.weight, deviceMs);
        const isClosed = fault !== null && isWaiting(fault, clock.nowMs());
        const isLate = deviceMs + waitMs > bill.deadlineMs;
        pauseMs = isClosed || isLate ? 0 : waitMs;
        if (pauseMs > 0) break;
        bills.shift();
        if (isClosed) bill.resolve({ kind: 'closed', fault });
        else if (isLate) bill.resolve({ kind: 'later', isSoon: waitMs < SOON_MS });
        else {
          paid.push(bill);
          spent = recordSpending(spent, budget, bill.weight, deviceMs);
        }
      }
      if (paid.length > 0) await database.commit([{ store: 'budgets', key, value: { spent } }]);
    } catch (error) {
      for (const bill of [...paid, ...bills.splice(0)]) bill.reject(error);
    }
    for (const bill of paid) bill.resolve({ kind: 'paid' });
    return pauseMs;
  };

  const settle = async (
    budget: RequestBudget,
    name: string,
    key: DatabaseKey,
    bills: Bill[],
  ): Promise<void> => {
    while (bills.length > 0) {
      const pauseMs = await settleNow(budget, key, bills);
      if (pauseMs > 0) await clock.sleep(pauseMs);
    }
    queues.delete(name);
  };

  return (host, venue, { weight, budget: id }, deadlineMs) => {
    const budget = venue.budgets.find((known) => known.id === id);
    if (budget === undefined) return Promise.reject(new RangeError(`${venue.id} has no budget ${id}`));
    return new Promise((resolve, reject) => {
      const name = `${venue.id} ${id}`;
      const bill: Bill = { host, weight, deadlineMs, resolve, reject };
      const queue = queues.get(name);
      if (queue !== undefined) return void queue.push(bill);
      const bills = [bill];
      queues.set(name, bills);
      void settle(budget, name, [venue.id, id], bills);
    });
  };
}
