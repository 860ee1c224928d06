import { browser } from 'wxt/browser';

import type { Fact } from '../ledger/fact.ts';
import { StorageError } from '../market/errors.ts';
import { isExtensionAlive } from './extension-alive.ts';
import { storable } from './storable.ts';

export type StorageKey = `${'local' | 'session'}:${string}`;

const writes = new Map<StorageKey, number>();

/** Extension storage by keys that name their area. WXT's own would do the same for two more kilobytes of the content script's budget. */
export const storage = {
  /** Null where nothing is stored. */
  getItem: async (key: StorageKey): Promise<unknown> => {
    const [area, name] = placeOf(key);
    return (await area.get(name))[name] ?? null;
  },
  /** @throws StorageError if the value holds anything that storage would change on the way, or does not fit */
  setItem: async (key: StorageKey, value: unknown): Promise<void> => {
    const [area, name] = placeOf(key);
    const kept = storable(value);
    try {
      await (kept === null ? area.remove(name) : area.set({ [name]: kept }));
    } catch (error) {
      throw new StorageError(`${key} could not be stored`, { cause: error });
    }
    writes.set(key, storage.writes(key) + 1);
  },
  /** How often this context has stored something under `key`. */
  writes: (key: StorageKey): number => writes.get(key) ?? 0,
  removeItem: (key: StorageKey): Promise<void> => storage.setItem(key, null),
  /** Calls `onChange` with every later value of any context; returns what ends it. */
  watch: (key: StorageKey, onChange: (value: unknown) => void): (() => void) => {
    const [area, name] = placeOf(key);
    const listener = (changes: Readonly<Record<string, { oldValue?: unknown; newValue?: unknown }>>) => {
      const change = changes[name];
      // Firefox tells of what was written as it was, too.
      if (change === undefined || JSON.stringify(change.newValue) === JSON.stringify(change.oldValue)) return;
      onChange(change.newValue ?? null);
    };
    area.onChanged.addListener(listener);
    return () => {
      if (isExtensionAlive()) area.onChanged.removeListener(listener);
    };
  },
};

function placeOf(key: StorageKey) {
  const colon = key.indexOf(':');
  const area = key.slice(0, colon) as 'local' | 'session';
  return [browser.storage[area], key.slice(colon + 1)] as const;
}

/** One value of extension storage. Only the background calls `setValue` and `remove`. */
export interface StoredItem<T> {
  /** The stored value, or the fallback where nothing is stored or what is stored has another shape. */
  readonly getValue: () => Promise<T>;
  /** @throws StorageError if the value holds anything that storage would change on the way, or does not fit */
  readonly setValue: (value: T) => Promise<void>;
  readonly remove: () => Promise<void>;
  /** Calls `onChange` with every later value of any context; returns what ends it. */
  readonly watch: (onChange: (value: T) => void) => () => void;
}

/** A handle on what others than the user keep. Nothing is read before it is asked for. */
export const storedItem = <T>(key: StorageKey, { restore }: Pick<Fact<T>, 'restore'>): StoredItem<T> => ({
  getValue: async () => restore(await storage.getItem(key)),
  setValue: (value) => storage.setItem(key, value),
  remove: () => storage.removeItem(key),
  watch: (onChange) => storage.watch(key, (value) => onChange(restore(value))),
});
