/** The least and the most that is waited, before it is stretched. */
export interface Waits {
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * How long to leave alone what has failed `failures` times in a row, 1 or more: doubles from the first wait to the longest.
 * With a `seed` it is stretched by up to a quarter, the same for the same seed, so that what failed together is not asked
 * again all at once.
 */
export function waitAfterMs({ firstMs, longestMs }: Waits, failures: number, seed?: string): number {
  const doubledMs = Math.min(firstMs * 2 ** Math.min(failures - 1, 20), longestMs);
  return seed === undefined ? doubledMs : doubledMs * (1 + 0.25 * unitHash(`${seed}:${failures}`));
}

/** FNV-1a of `text`, scaled to [0, 1). */
function unitHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) / 2 ** 32;
}
