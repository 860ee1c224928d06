import { StorageError } from '../market/errors.ts';
import type { Fact } from '../ledger/fact.ts';
import { storable } from './storable.ts';
import { storage, type StorageKey } from './storage-area.ts';

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
export function storedItem<T>(key: StorageKey, { restore }: Pick<Fact<T>, 'restore'>): StoredItem<T> {
  return {
    getValue: async () => restore(await storage.getItem(key)),
    setValue: async (value) => {
      const kept = storable(value);
      try {
        await storage.setItem(key, kept);
      } catch (error) {
        throw new StorageError(`${key} could not be stored`, { cause: error });
      }
    },
    remove: () => storage.removeItem(key),
    watch: (onChange) => storage.watch(key, (value) => onChange(restore(value))),
  };
}
