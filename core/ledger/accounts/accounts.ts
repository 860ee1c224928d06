import * as v from 'valibot';

import { readAddress } from '../../market/account.ts';
import { RefusedError } from '../../market/refusal.ts';
import type { Fact } from '../fact.ts';
import { toldAccount, type ToldAccount } from './told-account.ts';

/** Beyond these the venue would be asked more than its budget for them allows. */
export const MOST_ACCOUNTS = 10;

/** An account at Hyperliquid that the user wants to see, read-only. */
export interface Account {
  /** Of no meaning: what came of the account is known by it, and none of that names the address. */
  readonly id: string;
  /** Lower case: `0x` and 40 hexadecimal digits. */
  readonly address: string;
  /** What the user calls it; null where they do not. */
  readonly label: string | null;
}

/** An account with what its venue told of it last; null: nothing yet. */
export interface WatchedAccount extends Account {
  readonly told: ToldAccount | null;
}

/** Accounts that come or take the place of those of the same id, ids of those that go, and what was told of one. */
export interface AccountsChange {
  readonly put?: readonly Account[] | undefined;
  readonly remove?: readonly string[] | undefined;
  /** Of an account that has gone meanwhile nothing is kept. */
  readonly told?: { readonly id: string; readonly told: ToldAccount };
}

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/));
const address = v.pipe(
  v.string(),
  v.check((text) => readAddress(text) !== null),
  v.transform((text) => readAddress(text) ?? text),
);
const label = v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)));

/** An account as a message brings it. */
export const account = v.object({ id, address, label });

/** `local:accounts`. What cannot be read stays in storage and is left out of the list. */
export const accounts: Fact<readonly WatchedAccount[], AccountsChange> = {
  fallback: [],
  schema: v.object({
    put: v.optional(v.pipe(v.array(account), v.maxLength(MOST_ACCOUNTS))),
    remove: v.optional(v.pipe(v.array(id), v.maxLength(MOST_ACCOUNTS))),
  }),
  restore: (stored) => itemsOf(stored).flatMap((item) => readAccount(item) ?? []),
  change: (stored, { put = [], remove = [], told }) => {
    const items = itemsOf(stored);
    const unread = items.filter((item) => readAccount(item) === null);
    const before = items.flatMap((item) => readAccount(item) ?? []).filter((one) => !remove.includes(one.id));
    const next = before.map((one) => changed(one, put, told));
    for (const one of put) {
      if (next.some((other) => other.id === one.id)) continue;
      if (next.some((other) => other.address === one.address)) throw new RefusedError('known-address');
      next.push({ ...one, told: null });
    }
    if (next.length > MOST_ACCOUNTS && next.length > before.length)
      throw new RefusedError('too-many-addresses', { most: MOST_ACCOUNTS });
    return [...next, ...unread];
  },
};

const itemsOf = (stored: unknown): readonly unknown[] => (Array.isArray(stored) ? stored : []);

/** What was told goes where it cannot be read; the account does not. */
function readAccount(item: unknown): WatchedAccount | null {
  const read = v.safeParse(account, item);
  if (!read.success) return null;
  const told = v.safeParse(toldAccount, (item as { readonly told?: unknown }).told);
  return { ...read.output, told: told.success ? told.output : null };
}

function changed(one: WatchedAccount, put: readonly Account[], told: AccountsChange['told']): WatchedAccount {
  const next = put.find((other) => other.id === one.id);
  if (next !== undefined) return { ...next, told: next.address === one.address ? one.told : null };
  return told?.id === one.id ? { ...one, told: told.told } : one;
}
