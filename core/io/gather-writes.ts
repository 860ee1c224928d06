interface Asked<Change> {
  readonly changes: readonly Change[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What several markets' answers bring comes in less; a poll has a few writes that wait for each other. */
const GATHER_MS = 4;

/**
 * `write`, one after the other: what is asked for while one is under way, and shortly before it, is written together, for
 * each costs much more than what it holds. Where that is refused each is written by itself, so that nobody's rows fail by
 * another's.
 * @param write all of the changes or none of them
 * @param rest waits a moment for others before each write
 */
export function gatherWrites<Change>(
  write: (changes: readonly Change[]) => Promise<void>,
  rest: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, GATHER_MS)),
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
    while (waiting.length > 0) {
      await rest();
      await writeAll(waiting.splice(0));
    }
    isWriting = false;
  };

  return (changes) =>
    new Promise((resolve, reject) => {
      waiting.push({ changes, resolve, reject });
      if (!isWriting) void run();
    });
}
