import { describe, expect, test } from 'vitest';

import { gatherWrites } from '../../../core/io/gather-writes.ts';

/** Writes letters; each write ends once it is let go. */
function slowWriter(
  refuse: (letters: string) => boolean = () => false,
  rest: () => Promise<void> = () => Promise.resolve(),
) {
  const written: string[] = [];
  const ends: (() => void)[] = [];
  const write = gatherWrites<string>(async (changes) => {
    const letters = changes.join('');
    written.push(letters);
    await new Promise<void>((resolve) => void ends.push(resolve));
    if (refuse(letters)) throw new Error(`no ${letters}`);
  }, rest);
  const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  const end = async (): Promise<void> => {
    await turn();
    ends.shift()?.();
    await turn();
  };
  return { write, written, end };
}

describe('writes that are gathered', () => {
  test('are one where they are asked for in one turn, and one more for all that comes meanwhile', async () => {
    const { write, written, end } = slowWriter();
    const first = [write(['a']), write(['b'])];
    await Promise.resolve();
    await Promise.resolve();
    const later = [write(['c']), write(['d', 'e'])];
    await end();
    await end();

    await Promise.all([...first, ...later]);
    expect(written).toEqual(['ab', 'cde']);
  });

  test('wait a moment for others, and then for no more', async () => {
    const rests: (() => void)[] = [];
    const { write, written, end } = slowWriter(
      undefined,
      () => new Promise((resolve) => void rests.push(resolve)),
    );
    const asked = [write(['a'])];
    await end();
    asked.push(write(['b']));
    await end();
    expect(written).toEqual([]);

    rests.shift()?.();
    await end();
    await Promise.all(asked);
    expect(written).toEqual(['ab']);
    expect(rests).toEqual([]);
  });

  test('answer once they are written, not before', async () => {
    const { write, end } = slowWriter();
    let isWritten = false;
    const asked = write(['a']).then(() => (isWritten = true));
    await Promise.resolve();

    expect(isWritten).toBe(false);
    await end();
    await asked;
    expect(isWritten).toBe(true);
  });

  test('that are refused together are written each alone, and only what is refused alone fails', async () => {
    const { write, written, end } = slowWriter((letters) => letters.includes('b'));
    const asked = Promise.allSettled([write(['a']), write(['b']), write(['c'])]);
    for (let count = 0; count < 4; count++) await end();

    expect((await asked).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(written).toEqual(['abc', 'a', 'b', 'c']);
  });
});
