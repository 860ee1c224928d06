import { SchemaError } from '../market/errors.ts';

/** More dollars or coins than there are of anything; products of such figures overflow to no price at all. */
const MOST = 1e18;

/** An object of unknown content whose fields are read by name and checked. */
export class RecordFields {
  readonly #path: string;
  readonly #fields: Readonly<Record<string, unknown>>;

  /** @throws SchemaError unless `value` is an object */
  constructor(path: string, value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new SchemaError(path, 'expected an object');
    }
    this.#path = path;
    this.#fields = value as Record<string, unknown>;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined && this.#fields[name] !== null;
  }

  hasAny(names: readonly string[]): boolean {
    return names.some((name) => this.has(name));
  }

  /** The first of `names` that is there. @throws SchemaError unless it is a finite number above `min` (or equal to it) */
  optional(names: readonly string[], min = -Infinity): number | null {
    const name = names.find((candidate) => this.has(candidate));
    if (name === undefined) return null;
    const value = this.#fields[name];
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.#error(name, 'expected a number');
    if (Math.abs(value) > MOST) throw this.#error(name, `${value} is above ${MOST}`);
    if (value < min) throw this.#error(name, `${value} is below ${min}`);
    return value;
  }

  /** Like {@link optional}, above zero. @throws SchemaError for a value that is not */
  positive(names: readonly string[]): number | null {
    const value = this.optional(names);
    if (value !== null && value <= 0) {
      throw this.#error(names.find((name) => this.has(name)) ?? '', `${value} is not above 0`);
    }
    return value;
  }

  /** @throws SchemaError where none of `names` is there or its value is not above zero */
  required(names: readonly string[]): number {
    const value = this.positive(names);
    if (value === null) throw this.missing(names[0] ?? '');
    return value;
  }

  /** What to throw where a field is needed and not there. */
  missing(name: string): SchemaError {
    return this.#error(name, 'is missing');
  }

  /** @throws SchemaError unless the field is a text, one of `allowed` where that is given */
  text(name: string, allowed?: readonly string[]): string {
    const value = this.#fields[name];
    if (value === undefined) throw this.#error(name, 'is missing');
    if (typeof value !== 'string') throw this.#error(name, 'expected a text');
    if (allowed && !allowed.includes(value)) {
      throw this.#error(name, `"${value}" is not one of ${allowed.join(', ')}`);
    }
    return value;
  }

  optionalText(name: string): string | null {
    return this.has(name) ? this.text(name) : null;
  }

  /** As it stands there. */
  value(name: string): unknown {
    return this.#fields[name];
  }

  object(name: string): RecordFields {
    if (!this.has(name)) throw this.#error(name, 'is missing');
    return new RecordFields(`${this.#path}.${name}`, this.#fields[name]);
  }

  /** The objects of `name`: an array of them, one of them, or none. */
  objects(name: string): readonly RecordFields[] {
    if (!this.has(name)) return [];
    const value = this.#fields[name];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item, index) => new RecordFields(`${this.#path}.${name}[${index}]`, item));
  }

  #error(name: string, reason: string): SchemaError {
    return new SchemaError(`${this.#path}.${name}`, reason);
  }
}
