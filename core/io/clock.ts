import type { ClockPort } from '../ledger/ports.ts';
import type { VenueClock } from './venue-clock.ts';

/** The clock of a worker whose time is the venues' as `clock` has measured it. */
export const createClockPort = ({ nowMs, deviceMs }: Pick<VenueClock, 'nowMs' | 'deviceMs'>): ClockPort => ({
  nowMs,
  deviceMs,
  timeZone: readTimeZone,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  later: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
});

/** A browser that cannot tell its zone says one that it does not know itself; then UTC is meant. */
function readTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
