import type { ClockPort } from '../ledger/ports.ts';

/** Work that is asked for often and done now and then; never twice at a time. */
export interface Coalesced {
  /** Asks for the work: it is done now if the last was long enough ago, else as soon as it was. */
  readonly request: () => void;
  /** Waits for work that is going on and does what was asked for since; @throws what the work threw */
  readonly finish: () => Promise<void>;
}

/** Rests at least this many times as long as the work last took, so that it never takes most of the time. */
const REST_SHARE = 3;

/** @param firstWaitMs nothing is done so long from now on */
export function coalesce(
  work: () => Promise<void>,
  { deviceMs, later }: Pick<ClockPort, 'deviceMs' | 'later'>,
  leastGapMs: number,
  firstWaitMs = 0,
): Coalesced {
  let isWanted = false;
  let isFinishing = false;
  let nextMs = firstWaitMs === 0 ? -Infinity : deviceMs() + firstWaitMs;
  let running: Promise<void> | null = null;
  let stopWaiting: (() => void) | null = null;
  let failure: { readonly error: unknown } | null = null;

  const run = async (): Promise<void> => {
    isWanted = false;
    const startMs = deviceMs();
    try {
      await work();
    } catch (error) {
      failure ??= { error };
    }
    nextMs = deviceMs() + Math.max(leastGapMs, REST_SHARE * (deviceMs() - startMs));
    running = null;
    startWhenRested();
  };
  const startWhenRested = (): void => {
    if (!isWanted || running !== null || stopWaiting !== null || isFinishing || failure !== null) return;
    const restMs = nextMs - deviceMs();
    if (restMs <= 0) running = run();
    else
      stopWaiting = later(restMs, () => {
        stopWaiting = null;
        startWhenRested();
      });
  };
  return {
    request: () => {
      isWanted = true;
      startWhenRested();
    },
    finish: async () => {
      isFinishing = true;
      stopWaiting?.();
      await running;
      if (isWanted && failure === null) await run();
      if (failure !== null) throw failure.error;
    },
  };
}
