import { storage, type StorageKey, type StoredItem } from './stored-item.ts';

/**
 * Reads what is stored under `key` once, and again after any context has changed it. The browser tells of a change later
 * than it is made, so what this context writes counts at once. Values are shared and must not be changed in place.
 */
export function remembered<T>(
  key: StorageKey,
  { getValue, watch }: Pick<StoredItem<T>, 'getValue' | 'watch'>,
): () => Promise<T> {
  let known: { readonly value: Promise<T>; readonly writes: number } | null = null;
  let isWatched = false;
  const forget = (): void => void (known = null);
  return () => {
    const writes = storage.writes(key);
    if (known?.writes === writes) return known.value;
    if (!isWatched) watch(forget);
    isWatched = true;
    const value = getValue();
    known = { value, writes };
    value.catch(forget);
    return value;
  };
}
