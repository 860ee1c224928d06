import * as v from 'valibot';

/** One kind of value that is kept for the user: what may be said of it, how it is read, and how it is changed. */
export interface Fact<Value, Change = Value> {
  /** What holds while nothing is stored. */
  readonly fallback: Value;
  /** What a view or a file may say: parts may be missing, none may be wrong. A whole value is a change too. */
  readonly schema: v.GenericSchema<unknown, Change>;
  /** What is stored, part by part; a part that cannot be read is as if it were not stored. */
  readonly restore: (stored: unknown) => Value;
  /** What to store after a change; what cannot be read of `stored`, such as what a later version wrote, stays in it. */
  readonly change: (stored: unknown, change: Change) => unknown;
  /**
   * What to store where a later version has gone that left `found`, when `copied` was stored before it came; `found` where
   * that can be read. Absent: a whole of no known form is one thing that cannot.
   */
  readonly goBack?: (found: unknown, copied: unknown) => unknown;
}

/** A value that is right or wrong as a whole. */
export const one = <Value>(schema: v.GenericSchema<unknown, Value>, fallback: Value): Fact<Value> => ({
  fallback,
  schema,
  restore: (stored) => {
    const read = v.safeParse(schema, stored);
    return read.success ? read.output : fallback;
  },
  change: (_stored, value) => value,
});

type Facts = Readonly<
  Record<string, Omit<Fact<unknown, never>, 'schema'> & { readonly schema: v.GenericSchema }>
>;
export type ValuesOf<F extends Facts> = { readonly [Name in keyof F]: ReturnType<F[Name]['restore']> };
export type ChangesOf<F extends Facts> = {
  readonly [Name in keyof F]?: v.InferOutput<F[Name]['schema']>;
};

/** A value of named parts, each of which is a fact of its own. */
export function fields<F extends Facts>(facts: F): Fact<ValuesOf<F>, ChangesOf<F>> {
  const each = <T>(work: (fact: F[string], name: string) => T) =>
    Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, work(fact as F[string], name)]));
  return {
    fallback: each(({ fallback }) => fallback) as ValuesOf<F>,
    schema: v.object(each(({ schema }) => v.exactOptional(schema))) as never,
    restore: (stored) => each(({ restore }, name) => restore(partsOf(stored)[name])) as ValuesOf<F>,
    change: (stored, change) => {
      const parts = partsOf(stored);
      // Whole even where a part was never chosen: earlier versions refuse what is not.
      const next = each(({ change: changePart, fallback }, name) =>
        name in change
          ? changePart(parts[name], change[name] as never)
          : (parts[name] ?? changePart(undefined, fallback as never)),
      );
      return { ...parts, ...next };
    },
  };
}

const partsOf = (stored: unknown): Readonly<Record<string, unknown>> =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
