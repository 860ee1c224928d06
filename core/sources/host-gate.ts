import { atChosenHost, type ChosenHosts } from '../venues/regional-hosts.ts';
import type { Venue, VenueCall } from '../venues/venue.ts';
import { concernsHost, faultAfter, isWaiting } from './back-off.ts';
import { createTurns } from '../ledger/in-turn.ts';
import type { Ports } from '../ledger/ports.ts';
import { createPayments, type Payment } from './payments.ts';
import type { HttpRequest } from '../market/http-request.ts';
import type { SourceFault } from '../ledger/tables/fault.ts';

/** What came of a call: an answer, or why nothing was sent. */
export type Asked<T> =
  | {
      readonly kind: 'answer';
      readonly value: T;
      /** The call for the rest of a list that comes in several answers. */
      readonly next?: VenueCall<T> | null;
    }
  | Unsent;

type Unsent = Exclude<Payment, { readonly kind: 'paid' }>;

/** What came of a request, for all who asked the same while it was under way: markets do, where one answer tells of all. */
type Sent =
  | Unsent
  | ((
      | { readonly kind: 'told'; readonly json: unknown }
      | { readonly kind: 'failed'; readonly error: unknown }
    ) & {
      /** When it left, by the clock as it goes now; epoch milliseconds. */
      readonly askedAtMs: () => number;
    });

/**
 * The only way to a venue's hosts. What was spent is stored before a request leaves, so that no window of a
 * budget is ever overdrawn, also when the worker is killed in between; a host that asks to be left alone is.
 */
export interface HostGate {
  /** @param deadlineMs by the device's clock @throws what the request and the parser throw */
  readonly ask: <T>(venue: Venue, call: VenueCall<T>, deadlineMs: number) => Promise<Asked<T>>;
}

/** One of a worker for all that it asks, so that turns and budgets are kept. */
export interface HostGates extends HostGate {
  /** The gate for work that has read already where the user wants venues to be asked: else each request reads it. */
  readonly to: (hosts: ChosenHosts) => HostGate;
}

/** The same request, asked again while it is under way, is sent and paid for once. */
export function createHostGate({ http, clock, database, storage }: Ports): HostGates {
  const inTurn = createTurns();
  const pay = createPayments({ clock, database });

  const readFault = async (host: string): Promise<SourceFault | null> =>
    (await database.get('hosts', [host]))?.fault ?? null;
  const writeFault = (host: string, fault: SourceFault | null): Promise<void> =>
    database.commit([{ store: 'hosts', key: [host], value: { fault } }]);

  const reopen = async (host: string, askedAtMs: number): Promise<void> => {
    const fault = await readFault(host);
    // A good answer to a request sent before the refusal says nothing about it.
    if (fault !== null && !isWaiting(fault, askedAtMs)) await writeFault(host, null);
  };

  const close = async (host: string, askedAtMs: number, error: unknown): Promise<void> => {
    const fault = await readFault(host);
    // Requests that were on the way together count as one refusal.
    const isSame = fault !== null && isWaiting(fault, askedAtMs);
    const before = isSame ? { ...fault, count: fault.count - 1 } : fault;
    const after = faultAfter(error, before, host, clock.nowMs());
    const retryAtMs = isSame ? Math.max(after.retryAtMs, fault.retryAtMs) : after.retryAtMs;
    await writeFault(host, { ...after, retryAtMs });
  };

  const send = async (
    host: string,
    venue: Venue,
    request: HttpRequest,
    deadlineMs: number,
  ): Promise<Sent> => {
    const payment = await pay(host, venue, request, deadlineMs);
    if (payment.kind !== 'paid') return payment;
    const sentMs = clock.deviceMs();
    // By the clock as the answer has corrected it, which is the one that faults are dated by.
    const askedAtMs = (): number => clock.nowMs() - (clock.deviceMs() - sentMs);
    try {
      return { kind: 'told', json: await http.fetchJson(request), askedAtMs };
    } catch (error) {
      return { kind: 'failed', error, askedAtMs };
    }
  };

  const underWay = new Map<string, Promise<Sent>>();
  const sendOnce: typeof send = (host, venue, request, deadlineMs) => {
    const name = `${request.url} ${request.body ?? ''}`;
    const sent =
      underWay.get(name) ?? send(host, venue, request, deadlineMs).finally(() => underWay.delete(name));
    underWay.set(name, sent);
    return sent;
  };

  const to = (hosts: ChosenHosts): HostGate => ({
    ask: async (venue, call, deadlineMs) => {
      const request = { ...call.request, url: atChosenHost(call.request.url, venue.id, hosts) };
      const { host } = new URL(request.url);
      const sent = await sendOnce(host, venue, request, deadlineMs);
      if (sent.kind === 'later' || sent.kind === 'closed') return sent;
      try {
        if (sent.kind === 'failed') throw sent.error;
        const value = call.parse(sent.json, clock.nowMs());
        await inTurn(host, () => reopen(host, sent.askedAtMs()));
        return { kind: 'answer', value, next: call.next?.(sent.json) ?? null };
      } catch (error) {
        if (concernsHost(error)) await inTurn(host, () => close(host, sent.askedAtMs(), error));
        throw error;
      }
    },
  });

  return {
    to,
    ask: async (...asked) => to((await storage.readSettings()).hosts).ask(...asked),
  };
}
