import { StorageError } from '../market/errors.ts';

/**
 * The value itself, once it is sure that extension storage returns it unchanged: objects and arrays of finite
 * numbers, texts, flags and null. Browsers silently drop or turn into null what is not, or refuse the write.
 * @throws StorageError naming the path of the first value that storage would change
 */
export function storable<T>(value: T): T {
  check(value, '$');
  return value;
}

function check(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new StorageError(`${path} is ${value}`);
    return;
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) check(value[index], `${path}[${index}]`);
    return;
  }
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [name, field] of Object.entries(value)) check(field, `${path}.${name}`);
    return;
  }
  throw new StorageError(`${path} is ${describe(value)}, which storage does not keep`);
}

const describe = (value: unknown): string =>
  typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value;
