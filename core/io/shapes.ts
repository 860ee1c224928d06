/** Whether a stored value has the expected shape; numbers must be finite, unknown extra fields are allowed. */
export type Shape = (value: unknown) => boolean;

export const isFiniteNumber: Shape = (value) => Number.isFinite(value);

export const isText: Shape = (value) => typeof value === 'string';

export const isFlag: Shape = (value) => typeof value === 'boolean';

export const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value) =>
    values.includes(value);

export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);

/** An absent field is as good as one of `shape`. */
export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);

export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object that has all of `fields`. */
export function fieldsOf(fields: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(fields);
  return (value) => isRecord(value) && entries.every(([name, shape]) => shape(value[name]));
}
