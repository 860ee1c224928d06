import type { ClockPort } from '../../../core/ledger/ports.ts';
import type { World } from './fake-ports.ts';

export interface WorldTimers {
  readonly later: ClockPort['later'];
  /** Lets the time of the world pass, with what is due in it. */
  readonly pass: (ms: number) => Promise<void>;
}

/** Everything that waits for nothing but answers of this process has come to an end. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Timers by the time of `world`, which passes when a test says so. */
export function createWorldTimers(world: World): WorldTimers {
  const timers = new Set<{ readonly atMs: number; readonly work: () => void }>();
  return {
    later: (ms, work) => {
      const timer = { atMs: world.nowMs + ms, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass: async (ms) => {
      const untilMs = world.nowMs + ms;
      for (;;) {
        await settle();
        const [next] = [...timers].toSorted((a, b) => a.atMs - b.atMs);
        if (next === undefined || next.atMs > untilMs) break;
        timers.delete(next);
        world.nowMs = Math.max(world.nowMs, next.atMs);
        next.work();
      }
      world.nowMs = untilMs;
      await settle();
    },
  };
}
