/** `values`, and how many of its elements were read by index so far. */
export function countReads<T extends ArrayLike<unknown>>(
  values: T,
): { readonly values: T; readonly reads: () => number } {
  let reads = 0;
  const watched = new Proxy(values, {
    get: (target, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) reads++;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' && ArrayBuffer.isView(target) ? value.bind(target) : value;
    },
  });
  return { values: watched, reads: () => reads };
}
