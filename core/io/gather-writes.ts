interface Asked<Change> {
  readonly changes: readonly Change[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * `write`, one after the other: what is asked for while one is under way is written together by the next, for each costs
 * much more than what it holds. Where that is refused each is written by itself, so that nobody's rows fail by another's.
 * @param write all of the changes or none of them
 */
export function gatherWrites<Change>(
  write: (changes: readonly Change[]) => Promise<void>,
): (changes: readonly Change[]) => Promise<void> {
  const waiting: Asked<Change>[] = [];
  let isWriting = false;

  const writeOne = ({ changes, resolve, reject }: Asked<Change>): Promise<void> =>
    write(changes).then(resolve, reject);

  const writeAll = async (asked: readonly Asked<Change>[]): Promise<void> => {
    const [first] = asked;
    if (first !== undefined && asked.length === 1) return writeOne(first);
    try {
      await write(asked.flatMap(({ changes }) => changes));
    } catch {
      for (const one of asked) await writeOne(one);
      return;
    }
    for (const { resolve } of asked) resolve();
  };

  const run = async (): Promise<void> => {
    isWriting = true;
    // Those who ask in the same turn are written together too.
    await Promise.resolve();
    while (waiting.length > 0) await writeAll(waiting.splice(0));
    isWriting = false;
  };

  return (changes) =>
    new Promise((resolve, reject) => {
      waiting.push({ changes, resolve, reject });
      if (!isWriting) void run();
    });
}
