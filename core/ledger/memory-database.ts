import type { DatabaseKey, DatabasePort } from './ports.ts';
import { compareKeys } from './row-memory.ts';

/**
 * Rows that die with the worker, with the semantics of the browser's database: values are copied on the way in and out,
 * lists ascend by key.
 * @param rows by the JSON text of `[store, ...key]`
 */
export function createMemoryDatabase(rows: Map<string, unknown> = new Map()): DatabasePort {
  const keysOf = (store: string, prefix: DatabaseKey): readonly DatabaseKey[] => {
    const whole = textOf(store, prefix);
    const start = `${whole.slice(0, -1)},`;
    return [...rows.keys()]
      .filter((text) => text === whole || text.startsWith(start))
      .map((text) => (JSON.parse(text) as [string, ...DatabaseKey]).slice(1))
      .sort(compareKeys);
  };
  const read = (store: string, key: DatabaseKey): unknown => copyOf(rows.get(textOf(store, key)) ?? null);
  return {
    state: () => ({ generation: 0, isLasting: false }),
    unreadable: () => [],
    get: async (store, key) => read(store, key) as never,
    list: async (store, prefix) =>
      keysOf(store, prefix).map((key) => ({ key, value: read(store, key) as never })),
    keys: async (store, prefix) => keysOf(store, prefix),
    commit: async (changes) => {
      const copied = changes.map((change) => ({ ...change, value: structuredClone(change.value) }));
      for (const { store, key, value } of copied) {
        if (value === null) rows.delete(textOf(store, key));
        else rows.set(textOf(store, key), value);
      }
    },
  };
}

/** What structured cloning would make of a row that it has made: rows are read more often than written, and this is cheaper. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (ArrayBuffer.isView(value)) return (value as Float64Array).slice();
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) copy[name] = copyOf(field);
  return copy;
}

const textOf = (store: string, key: DatabaseKey): string => JSON.stringify([store, ...key]);
