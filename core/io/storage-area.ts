import { browser } from 'wxt/browser';

import { isExtensionAlive } from './extension-alive.ts';

export type StorageKey = `${'local' | 'session'}:${string}`;

const writes = new Map<StorageKey, number>();

/** Extension storage by keys that name their area. WXT's own would do the same for two more kilobytes of the content script's budget. */
export const storage = {
  /** Null where nothing is stored. */
  getItem: async (key: StorageKey): Promise<unknown> => {
    const [area, name] = placeOf(key);
    return (await area.get(name))[name] ?? null;
  },
  setItem: async (key: StorageKey, value: unknown): Promise<void> => {
    const [area, name] = placeOf(key);
    await (value == null ? area.remove(name) : area.set({ [name]: value }));
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
