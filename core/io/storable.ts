import { StorageError } from '../market/errors.ts';

/**
 * The value itself, once it is sure that extension storage returns it unchanged: objects and arrays of finite
 * numbers, texts, flags and null. Browsers silently drop or turn into null what is not, or refuse the write.
 * @throws StorageError naming the path of the first value that storage would change
 */
export function storable<T>(value: T): T {
  const fault = faultIn(value);
  if (fault !== null) throw new StorageError(`$${fault}`);
  return value;
}

/** Path and name of the first fault; the path is put together on the way back from one, as nearly nothing has any. */
function faultIn(value: unknown): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : ` is ${value}`;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const fault = faultIn(value[index]);
      if (fault !== null) return `[${index}]${fault}`;
    }
    return null;
  }
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return ` is ${describe(value)}, which storage does not keep`;
  for (const name of Object.keys(value)) {
    const fault = faultIn(Reflect.get(value, name));
    if (fault !== null) return `.${name}${fault}`;
  }
  return null;
}

const describe = (value: unknown): string =>
  typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value;
