import { useEffect, useState } from 'preact/hooks';

/** What is stored somewhere and may change there. */
export interface WatchedItem<T> {
  readonly getValue: () => Promise<T>;
  readonly watch: (onChange: (value: T) => void) => () => void;
}

/** The value of `item` now and whenever it changes; null until it was read. */
export function useItem<T>(item: WatchedItem<T>): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    void item.getValue().then((stored) => setValue(() => stored));
    return item.watch((changed) => setValue(() => changed));
  }, [item]);
  return value;
}
