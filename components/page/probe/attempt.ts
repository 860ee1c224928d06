/** What `read` returns; undefined where it throws, as charts do while they are torn down. The probe has nothing to say about it. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
