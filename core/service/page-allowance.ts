/** A page earns one question in this time. Well below the half minute after which an open page asks again. */
const EARNED_PER_MS = 2_000;

/** Questions at once for somebody who leafs through coins. */
const MOST_AT_ONCE = 10;

/**
 * How often a page may ask for what costs the worker something, to be watched or for a map that has to be made: a page that changes its address by script costs no more than a quick visitor.
 * Forgotten with the worker, which only ever gives a page more.
 * @returns whether `page` may ask at `nowMs`, the device's time; a question that is allowed counts
 */
export function createPageAllowance(): (page: string, nowMs: number) => boolean {
  /** When each page will have earned what it has asked so far. */
  const earnedAtMs = new Map<string, number>();
  return (page, nowMs) => {
    for (const [name, atMs] of earnedAtMs)
      // One that lies further ahead than the allowance reaches was made under another clock.
      if (atMs <= nowMs || atMs > nowMs + MOST_AT_ONCE * EARNED_PER_MS) earnedAtMs.delete(name);
    const nextMs = (earnedAtMs.get(page) ?? nowMs) + EARNED_PER_MS;
    if (nextMs > nowMs + MOST_AT_ONCE * EARNED_PER_MS) return false;
    earnedAtMs.set(page, nextMs);
    return true;
  };
}
