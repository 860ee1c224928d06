import type { Fact } from '../ledger/fact.ts';
import type { UserKey } from '../ledger/user-facts.ts';
import type { UserItem } from '../ledger/user-item.ts';
import { storage } from './stored-item.ts';

/** Changes of everything that the user keeps pass one after another, so that none undoes another. */
let last: Promise<unknown> = Promise.resolve();

/** A handle on a value that the user keeps. Nothing is read before it is asked for; only the background changes it. */
export function userItem<Value, Change>(
  key: UserKey | `session:${string}`,
  fact: Fact<Value, Change>,
): UserItem<Value, Change> {
  const changeOnce = async (change: (value: Value, stored: unknown) => Change | null): Promise<Value> => {
    const stored = await storage.getItem(key);
    const wanted = change(fact.restore(stored), stored);
    if (wanted === null) return fact.restore(stored);
    const next = fact.change(stored, wanted);
    await storage.setItem(key, next);
    return fact.restore(next);
  };
  return {
    getValue: async () => fact.restore(await storage.getItem(key)),
    watch: (onChange) => storage.watch(key, (stored) => onChange(fact.restore(stored))),
    change: (change) => {
      const turn = last.then(() => changeOnce(change));
      last = turn.catch(() => null);
      return turn;
    },
  };
}
