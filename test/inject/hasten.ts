interface Clock {
  readonly setTimeout: (work: () => void, delayMs?: number) => number;
  readonly setInterval: (work: () => void, delayMs?: number) => number;
  readonly performance: { readonly now: () => number };
}

/**
 * A clock on which `pace` seconds go by in one of the machine's, for what is proven by seconds but not by frames. Runs in the
 * page, so it names nothing from outside itself.
 */
export function hasten(pace: number): Clock {
  const { setTimeout, setInterval, performance } = window;
  const now = performance.now.bind(performance);
  return {
    setTimeout: (work, delayMs = 0) => setTimeout(work, delayMs / pace),
    setInterval: (work, delayMs = 0) => setInterval(work, delayMs / pace),
    performance: { now: () => pace * now() },
  };
}

/** A script that shares the page's world, on a clock of its own; the page's stays as it is. */
export const onOwnClock = (source: string, pace: number): string =>
  pace === 1 ? source : `{ const { setTimeout, performance } = (${hasten.toString()})(${pace});\n${source} }`;

/** Has a world of its own go by such a clock. */
export const onClock = (pace: number): string =>
  pace === 1
    ? ''
    : `{ const { performance: { now }, ...timers } = (${hasten.toString()})(${pace});
  Object.assign(window, timers);
  performance.now = now; }`;
