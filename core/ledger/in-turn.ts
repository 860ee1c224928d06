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

/** The same for works of one name. */
export function createTurns(): <Result>(name: string, work: () => Promise<Result>) => Promise<Result> {
  const owners = new Map<string, object>();
  return (name, work) => {
    const owner = owners.get(name) ?? {};
    owners.set(name, owner);
    return inTurn(owner, work);
  };
}
