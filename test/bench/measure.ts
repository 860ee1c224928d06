/** Times of several runs of one piece of work. */
export interface Timing {
  readonly medianMs: number;
  readonly minMs: number;
}

/** Runs `work` once to warm up and then `times` times. */
export function measure(work: () => unknown, times: number): Timing {
  work();
  const runs = Array.from({ length: times }, () => {
    const startMs = performance.now();
    work();
    return performance.now() - startMs;
  }).toSorted((a, b) => a - b);
  return { medianMs: runs[times >> 1] ?? NaN, minMs: runs[0] ?? NaN };
}
