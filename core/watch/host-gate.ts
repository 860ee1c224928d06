import type { Venue, VenueCall } from '../venues/venue.ts';
import { concernsHost, faultAfter } from './back-off.ts';
import type { Ports } from './ports.ts';
import { recordSpending, waitForBudgetMs } from './request-budget.ts';
import type { HostRecord, SourceFault } from './tables.ts';

/** What came of a call: an answer, or why nothing was sent. */
export type Asked<T> =
  | { readonly kind: 'answer'; readonly value: T }
  /** The budget has no room before the deadline. */
  | { readonly kind: 'later' }
  /** The host is left alone for now. */
  | { readonly kind: 'closed'; readonly fault: SourceFault };

/**
 * The only way to a venue's hosts. What was spent is stored before a request leaves, so that no window of a
 * budget is ever overdrawn, also when the worker is killed in between; a host that asks to be left alone is.
 */
export interface HostGate {
  /** @throws what the request and the parser throw */
  readonly ask: <T>(venue: Venue, call: VenueCall<T>, deadlineMs: number) => Promise<Asked<T>>;
}

const UNUSED: HostRecord = { spent: {}, fault: null };

type Payment = { readonly kind: 'paid' } | Exclude<Asked<never>, { readonly kind: 'answer' }>;

export function createHostGate({ http, clock, database }: Ports): HostGate {
  const turns = new Map<string, Promise<unknown>>();

  /** One change of a host's record after the other. */
  const inTurn = <T>(host: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(host) ?? Promise.resolve()).then(work, work);
    turns.set(host, turn);
    return turn;
  };
  const read = async (host: string): Promise<HostRecord> => (await database.get('hosts', [host])) ?? UNUSED;
  const write = (host: string, value: HostRecord): Promise<void> =>
    database.commit([{ store: 'hosts', key: [host], value }]);

  const pay = async (
    host: string,
    venue: Venue,
    call: VenueCall<unknown>,
    deadlineMs: number,
  ): Promise<Payment> => {
    const { weight, budget: id } = call.request;
    const budget = venue.budgets.find((known) => known.id === id);
    if (budget === undefined) throw new RangeError(`${venue.id} has no budget ${id}`);
    for (;;) {
      const record = await read(host);
      const nowMs = clock.nowMs();
      if (record.fault !== null && record.fault.retryAtMs > nowMs)
        return { kind: 'closed', fault: record.fault };
      const spent = record.spent[id] ?? [];
      const waitMs = waitForBudgetMs(spent, budget, weight, nowMs);
      if (nowMs + waitMs > deadlineMs) return { kind: 'later' };
      if (waitMs === 0) {
        const after = recordSpending(spent, budget, weight, nowMs);
        await write(host, { ...record, spent: { ...record.spent, [id]: after } });
        return { kind: 'paid' };
      }
      await clock.sleep(waitMs);
    }
  };

  const reopen = async (host: string, askedAtMs: number): Promise<void> => {
    const record = await read(host);
    // A good answer to a request sent before the refusal says nothing about it.
    if (record.fault !== null && record.fault.retryAtMs <= askedAtMs)
      await write(host, { ...record, fault: null });
  };

  const close = async (host: string, askedAtMs: number, error: unknown): Promise<void> => {
    const record = await read(host);
    const { fault } = record;
    // Requests that were on the way together count as one refusal.
    const isSame = fault !== null && fault.retryAtMs > askedAtMs;
    const after = faultAfter(
      error,
      isSame ? { ...fault, count: fault.count - 1 } : fault,
      host,
      clock.nowMs(),
    );
    const retryAtMs = Math.max(after.retryAtMs, fault?.retryAtMs ?? 0);
    await write(host, { ...record, fault: { ...after, retryAtMs } });
  };

  return {
    ask: async (venue, call, deadlineMs) => {
      const { host } = new URL(call.request.url);
      const payment = await inTurn(host, () => pay(host, venue, call, deadlineMs));
      if (payment.kind !== 'paid') return payment;
      const askedAtMs = clock.nowMs();
      try {
        const value = call.parse(await http.fetchJson(call.request), clock.nowMs());
        await inTurn(host, () => reopen(host, askedAtMs));
        return { kind: 'answer', value };
      } catch (error) {
        if (concernsHost(error)) await inTurn(host, () => close(host, askedAtMs, error));
        throw error;
      }
    },
  };
}
