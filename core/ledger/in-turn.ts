const turns = new WeakMap<object, Promise<unknown>>();

/**
 * Does `work` once what was asked for before under the same `owner` is over, done or failed: for what reads, thinks and
 * writes back.
 */
export function inTurn<Result>(owner: object, work: () => Promise<Result>): Promise<Result> {
  const done = (turns.get(owner) ?? Promise.resolve()).then(work);
  turns.set(
    owner,
    done.catch(() => null),
  );
  return done;
}
