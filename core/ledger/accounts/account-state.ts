import type { WatchedAccount } from './accounts.ts';
import { isWhole } from './told-account.ts';
import type { SourceFault } from '../tables/fault.ts';

/**
 * What is known of an account. `asking`: not all of it was told yet; `held`: it holds something; `none`: the venue
 * answered that it holds nothing; `missing`: the venue knows no account there; `agent`: the address is the key of a
 * program that trades for another account, which holds nothing itself; `failed`: it could not be read.
 */
export interface AccountState {
  readonly kind: 'asking' | 'held' | 'none' | 'missing' | 'agent' | 'failed';
  readonly positions: number;
  /** When the oldest part of it was told, epoch milliseconds; null: nothing yet. */
  readonly atMs: number | null;
  /** Why it could not be read again, or not all of it. */
  readonly failure: SourceFault | null;
}

/** Nothing is told as none before every part of the account has answered. */
export function accountState({ told }: Pick<WatchedAccount, 'told'>): AccountState {
  if (told === null) return { kind: 'asking', positions: 0, atMs: null, failure: null };
  const { books, failure } = told;
  const positions = books.reduce((sum, book) => sum + book.positions.length, 0);
  const atMs = books.length === 0 ? null : Math.min(...books.map((book) => book.atMs));
  const unknown = failure === null ? 'asking' : 'failed';
  const kind =
    positions > 0 ? 'held' : isWhole(told) && told.role !== null ? EMPTY[told.role.value] : unknown;
  return { kind, positions, atMs, failure };
}

const EMPTY = { missing: 'missing', agent: 'agent', account: 'none' } as const;
