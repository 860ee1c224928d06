import { MESSENGER_IDS } from '../messengers/registry.ts';
import { type Channels, messengers } from './messengers.ts';
import { userFactOf } from './user-facts.ts';

type Items = Readonly<Record<string, unknown>>;

/** `local:before`: what the user kept under `version`, the one before the last update. */
interface CopyBefore {
  readonly version: string;
  /** By their keys in storage. */
  readonly items: Items;
  /** The browser went back to an earlier version since; the next update makes a new copy. */
  readonly isUsed?: true;
  /** By their keys, what a later version left of which an earlier one knew not even the form. */
  readonly aside?: Items;
}

export const COPY_KEY = 'before';

const copyIn = (stored: Items): CopyBefore | null => (stored[COPY_KEY] as CopyBefore | undefined) ?? null;

/** Of addresses there is no copy: nothing may be left of them once they are forgotten. */
const isCopied = (key: string): boolean => key !== 'accounts' && userFactOf(key) !== undefined;

/**
 * What an update stores before it changes anything; nothing where it was done, as the update that is tried once more may
 * have changed some by now.
 * @param stored all of storage, by key
 */
export function copyForUpdate(stored: Items, previousVersion: string): Items {
  const before = copyIn(stored);
  if (before?.version === previousVersion && before.isUsed !== true) return {};
  const items = Object.fromEntries(Object.entries(stored).filter(([key]) => isCopied(key)));
  const aside = before?.aside === undefined ? {} : { aside: before.aside };
  return { [COPY_KEY]: { version: previousVersion, items, ...aside } satisfies CopyBefore };
}

/**
 * What to store after a later version has gone. What can be read stays as the user has left it. Put back from the copy is
 * only what is missing, what is of no form that this version knows, and positions that it finds and cannot read; all of
 * that is kept for the version that can, positions in their own item. Safe to repeat, and the copy stays.
 * @param stored all of storage, by key
 */
export function goBack(stored: Items): Items {
  const copy = copyIn(stored);
  if (copy === null) return {};
  const back = Object.entries(copy.items).flatMap(([key, copied]) => {
    const found = stored[key];
    const next = backOf(key, found, copied);
    return next === found ? [] : [{ key, found, next }];
  });
  const aside = back.filter(({ key, found }) => found !== undefined && userFactOf(key)?.goBack === undefined);
  const used: CopyBefore = {
    ...copy,
    isUsed: true,
    aside: { ...copy.aside, ...Object.fromEntries(aside.map(({ key, found }) => [key, found])) },
  };
  return { ...Object.fromEntries(back.map(({ key, next }) => [key, next])), [COPY_KEY]: used };
}

function backOf(key: string, found: unknown, copied: unknown): unknown {
  const fact = userFactOf(key);
  if (fact?.goBack !== undefined) return fact.goBack(found, copied);
  return fact === undefined || isLike(found, fact.fallback) || !isLike(copied, fact.fallback)
    ? found
    : copied;
}

/** Both a list, or both an object: the form that every version gave the item. */
const isLike = (stored: unknown, fallback: unknown): boolean =>
  typeof stored === 'object' && stored !== null && Array.isArray(stored) === Array.isArray(fallback);

/** The copy without messengers where it has an address that the user removed or replaced; undefined where it has none. */
export function forgetAddresses(stored: Items, channels: Channels): Items | undefined {
  const copy = copyIn(stored);
  const known = messengers.restore(copy?.items['messengers']);
  const isForgotten = MESSENGER_IDS.some(
    (id) => known[id] !== null && JSON.stringify(known[id].address) !== JSON.stringify(channels[id]?.address),
  );
  if (copy === null || !isForgotten) return undefined;
  const { messengers: _items, ...items } = copy.items;
  const { messengers: _aside, ...aside } = copy.aside ?? {};
  return { [COPY_KEY]: { ...copy, items, aside } satisfies CopyBefore };
}
