import * as v from 'valibot';

type Schema<T> = v.GenericSchema<unknown, T>;

/** What is kept as `entries` say. What a later version added stays with it. */
export const fieldsOf = <E extends v.ObjectEntries>(entries: E) =>
  v.looseObject(entries) as unknown as Schema<Readonly<v.InferOutput<v.ObjectSchema<E, undefined>>>>;

/** A value of the domain's type `T`: every field of it has its schema, those that may be absent too. */
export const like = <T>(entries: EntriesOf<T>) => v.looseObject(entries) as unknown as Schema<T>;

type EntriesOf<T> = { readonly [Field in keyof T]-?: Schema<T[Field]> };

/** One of the kinds of `T`, each with the schemas of its fields. */
export const kindsOf = <T extends { readonly kind: string }>(kinds: {
  readonly [Kind in T['kind']]: EntriesOf<Omit<Extract<T, { readonly kind: Kind }>, 'kind'>>;
}) =>
  v.variant(
    'kind',
    Object.entries(kinds).map(([kind, entries]) =>
      v.looseObject({ kind: v.literal(kind), ...(entries as v.ObjectEntries) }),
    ),
  ) as unknown as Schema<T>;

/** Each item must be as `item` says. */
export const listOf = <T>(item: Schema<T>) => v.array(item) as unknown as Schema<readonly T[]>;

/** A value by name. */
export const byName = <T, Name extends string = string>(item: Schema<T>) =>
  v.record(v.string(), item) as unknown as Schema<Readonly<Record<Name, T>>>;

/** A word of `T`, or one of another version, which must not cost the row. */
export const word = <T extends string>() => v.string() as unknown as Schema<T>;

/** Figures of whatever value. */
export const column: Schema<Float64Array> = v.instance(Float64Array);
/** The same in single precision. */
export const floats: Schema<Float32Array> = v.instance(Float32Array);

/** Whether `value` holds `length` figures, none of them infinite or unknown. */
export const isFiniteColumn = (value: unknown, length: number): value is Float64Array =>
  value instanceof Float64Array && value.length === length && value.every(isFinite);

/** Neither infinite nor NaN, nor anything else than a number. */
export const isFinite = (value: unknown): value is number => Number.isFinite(value);
