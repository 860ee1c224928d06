/** Times of several runs of one piece of work. */
export interface Timing {
  readonly medianMs: number;
  readonly minMs: number;
}

/** Runs `work` once to warm up and then `times` times. */
export function measure(work: () => unknown, times: number): Timing {
  work();
  return timingOf(Array.from({ length: times }, () => timeOnce(work)));
}

/** Two pieces of work timed in turns, so that a busy machine slows both alike. */
export interface Comparison {
  readonly base: Timing;
  readonly work: Timing;
  /** Middle over the turns of work / base. */
  readonly medianRatio: number;
  /** Least time over least time. */
  readonly minRatio: number;
}

/** Runs `work` beside `base`, both once to warm up and then `times` times in turns. */
export function compare(base: () => unknown, work: () => unknown, times: number): Comparison {
  base();
  work();
  const turns = Array.from({ length: times }, () => ({ base: timeOnce(base), work: timeOnce(work) }));
  const timings = {
    base: timingOf(turns.map((turn) => turn.base)),
    work: timingOf(turns.map((turn) => turn.work)),
  };
  const ratios = turns.map((turn) => turn.work / turn.base).toSorted((a, b) => a - b);
  return {
    ...timings,
    medianRatio: ratios[times >> 1] ?? NaN,
    minRatio: timings.work.minMs / timings.base.minMs,
  };
}

function timeOnce(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

export function timingOf(runsMs: readonly number[]): Timing {
  const sorted = runsMs.toSorted((a, b) => a - b);
  return { medianMs: sorted[sorted.length >> 1] ?? NaN, minMs: sorted[0] ?? NaN };
}
