import type { WatchedAccount } from '../ledger/accounts/accounts.ts';
import { isWhole, NOTHING_TOLD, type KeptBook, type ToldAccount } from '../ledger/accounts/told-account.ts';
import type { Ports } from '../ledger/ports.ts';
import type { SourceFault } from '../ledger/tables/fault.ts';
import { StorageError } from '../market/errors.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../market/time.ts';
import type { AccountSource, Venue, VenueCall } from '../venues/venue.ts';
import { faultAfter, isWaiting } from './back-off.ts';
import type { HostGate } from './host-gate.ts';

/** A book without a position is looked at again after this long; what is held, with every question. */
const EMPTY_BOOK_MS = 5 * MINUTE_MS;
/** An order question weighs ten times as much as a book, so it is asked less often, and at once where a position changed. */
const EXITS_MS = 2 * MINUTE_MS;
const BUILDERS_MS = DAY_MS;
const ROLE_MS = HOUR_MS;
const APART_MS = HOUR_MS;

/** Where an account is asked. */
export interface AccountScope {
  readonly ports: Pick<Ports, 'clock'>;
  readonly gate: HostGate;
  readonly venue: Venue;
  readonly source: AccountSource;
  /** By the device's clock. */
  readonly deadlineMs: number;
}

/**
 * Asks for what is due of an account: the exchange's own book and those of its builders side by side, then the orders of
 * what is held, or what the address is where nothing is. What cannot be read stays as it was told before.
 * @returns what is known then
 * @throws StorageError
 */
export async function askAccount(
  scope: AccountScope,
  { id, address, told }: WatchedAccount,
): Promise<ToldAccount> {
  const { clock } = scope.ports;
  const before = told ?? NOTHING_TOLD;
  const nowMs = clock.nowMs();
  const asker = createAsker(scope);
  const isDue = (one: { readonly askedAtMs: number } | null | undefined, periodMs: number): boolean =>
    one == null || Math.abs(nowMs - one.askedAtMs) >= periodMs;
  const ask = async <Value>(
    one: { readonly askedAtMs: number; readonly value: Value } | null,
    periodMs: number,
    call: () => VenueCall<Value>,
  ) => {
    if (!isDue(one, periodMs)) return one;
    const value = await asker.ask(call());
    return value === null ? one : { askedAtMs: nowMs, value: value.answer };
  };
  const askBook = async (builder: string | null): Promise<readonly KeptBook[]> => {
    const known = before.books.find((book) => book.builder === builder);
    const isHeld = builder === null || known === undefined || known.positions.length > 0;
    if (!isHeld && !isDue(known, EMPTY_BOOK_MS)) return [known];
    const book = await asker.ask(scope.source.book(address, builder));
    if (book === null) return known === undefined ? [] : [known];
    const isSame = known !== undefined && holding(known) === holding(book.answer);
    return [{ ...book.answer, askedAtMs: nowMs, exits: isSame ? known.exits : null }];
  };

  const [own, builders] = await Promise.all([
    askBook(null),
    ask(before.builders, BUILDERS_MS, scope.source.builders),
  ]);
  const others = await Promise.all((builders?.value ?? []).map(askBook));
  const books = await Promise.all(
    [own, ...others].flat().map(async (book) => ({
      ...book,
      exits:
        book.positions.length === 0
          ? null
          : await ask(book.exits, EXITS_MS, () => scope.source.exits(address, book.builder)),
    })),
  );
  const held = books.flatMap(({ positions }) => positions);
  const isEmpty = held.length === 0 && isWhole({ builders, books });
  const isCross = held.some(({ isolatedMarginUsd }) => isolatedMarginUsd === null);
  const role = isEmpty ? await ask(before.role, ROLE_MS, () => scope.source.role(address)) : null;
  const apart = isCross
    ? await ask(before.apart, APART_MS, () => scope.source.isApart(address))
    : before.apart;
  const failure = asker.failure(before.failure, id);
  const isRead = own.some(({ askedAtMs }) => askedAtMs === nowMs);
  return {
    askedAtMs: nowMs,
    builders,
    books,
    role,
    apart,
    // A part that cannot be read keeps the others from nothing.
    failure: failure && { ...failure, retryAtMs: isRead ? nowMs : failure.retryAtMs },
  };
}

/** Whether an account that could not be read is left alone still. */
export const isLeftAlone = ({ told }: WatchedAccount, nowMs: number): boolean =>
  told !== null && told.failure !== null && isWaiting(told.failure, nowMs);

/** What would make other orders of it likely. */
const holding = ({ positions }: Pick<KeptBook, 'positions'>): string =>
  JSON.stringify(positions.map(({ instrument, side, sizeBase }) => [instrument, side, sizeBase]));

interface Asker {
  /** Null where nothing was answered. @throws StorageError */
  readonly ask: <Value>(call: VenueCall<Value>) => Promise<{ readonly answer: Value } | null>;
  /** What the first question that failed left; null where none did. */
  readonly failure: (before: SourceFault | null, seed: string) => SourceFault | null;
}

function createAsker({ ports: { clock }, gate, venue, deadlineMs }: AccountScope): Asker {
  let first: { readonly error: unknown } | { readonly fault: SourceFault } | null = null;
  return {
    ask: async (call) => {
      try {
        const asked = await gate.ask(venue, call, deadlineMs);
        if (asked.kind === 'answer') return { answer: asked.value };
        if (asked.kind === 'closed') first ??= { fault: asked.fault };
        return null;
      } catch (error) {
        if (error instanceof StorageError) throw error;
        first ??= { error };
        return null;
      }
    },
    failure: (before, seed) => {
      if (first === null) return null;
      return 'fault' in first ? first.fault : faultAfter(first.error, before, seed, clock.nowMs());
    },
  };
}
