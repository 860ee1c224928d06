import type { ClockPort } from '../ledger/ports.ts';
import type { VenueClock } from './venue-clock.ts';

/** The clock of a worker whose time is the venues' as `clock` has measured it. */
export const createClockPort = ({ nowMs, deviceMs }: Pick<VenueClock, 'nowMs' | 'deviceMs'>): ClockPort => ({
  nowMs,
  deviceMs,
  timeZone: readTimeZone,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  giveWay: createGiveWay(() => performance.now(), yieldThread),
  later: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
});

/** After so long a run others come first. */
const RUN_MS = 8;

/** Lets others have the thread by `yieldNow`, unless that was less than {@link RUN_MS} ago. @param elapsedMs ascends */
export function createGiveWay(elapsedMs: () => number, yieldNow: () => Promise<void>): () => Promise<void> {
  let sinceMs = -Infinity;
  return async () => {
    if (elapsedMs() - sinceMs < RUN_MS) return;
    await yieldNow();
    sinceMs = elapsedMs();
  };
}

/** Ends the running task; older browsers have timers only, which wait up to four milliseconds. */
const yieldThread = (): Promise<void> =>
  (globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } }).scheduler?.yield?.() ??
  new Promise((resolve) => setTimeout(resolve, 0));

/** A browser that cannot tell its zone says one that it does not know itself; then UTC is meant. */
function readTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
