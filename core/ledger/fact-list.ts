import * as v from 'valibot';

import type { Fact } from './fact.ts';

/** The whole list, or what comes to it and what goes from it. */
export type ListChange<Item> =
  | readonly Item[]
  | { readonly add?: readonly Item[]; readonly remove?: readonly Item[] };

/** Texts, each once. Of a list in which nothing can be read, `fallback` holds. @param most of them in one message */
export function many<Item extends string>(
  item: v.GenericSchema<unknown, Item>,
  most: number,
  fallback: readonly Item[],
): Fact<readonly Item[], ListChange<Item>> {
  const list = v.pipe(v.array(item), v.maxLength(most));
  const steps = v.object({ add: v.exactOptional(list), remove: v.exactOptional(list) });
  const itemsOf = (stored: unknown): readonly unknown[] => (Array.isArray(stored) ? stored : []);
  const isItem = (stored: unknown): stored is Item => v.is(item, stored);
  const restore = (stored: unknown): readonly Item[] => {
    const read = [...new Set(itemsOf(stored).filter(isItem))];
    return Array.isArray(stored) && (read.length > 0 || stored.length === 0) ? read : fallback;
  };
  return {
    fallback,
    // Chosen by hand, so that an error names the item that is wrong.
    schema: v.lazy((input): v.GenericSchema<unknown, ListChange<Item>> =>
      Array.isArray(input) ? list : steps,
    ),
    restore,
    change: (stored, change) => {
      const unread = itemsOf(stored).filter((one) => !isItem(one));
      const { add, remove } = isList(change) ? { add: change, remove: restore(stored) } : change;
      const gone = new Set(remove);
      return [...new Set([...restore(stored).filter((one) => !gone.has(one)), ...(add ?? [])]), ...unread];
    },
  };
}

const isList = <Item>(change: ListChange<Item>): change is readonly Item[] => Array.isArray(change);
