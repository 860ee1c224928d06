/** Work that is asked for often and done now and then; never twice at a time. */
export interface Coalesced {
  /** Asks for the work; it is done now if the last was long enough ago. */
  readonly request: () => void;
  /** Waits for work that is going on and does what was asked for since; @throws what the work threw */
  readonly finish: () => Promise<void>;
}

export function coalesce(work: () => Promise<void>, nowMs: () => number, gapMs: number): Coalesced {
  let isWanted = false;
  let lastMs = -Infinity;
  let running: Promise<void> | null = null;
  let failure: { readonly error: unknown } | null = null;

  const run = async (): Promise<void> => {
    isWanted = false;
    try {
      await work();
    } catch (error) {
      failure ??= { error };
    }
    lastMs = nowMs();
    running = null;
  };
  return {
    request: () => {
      isWanted = true;
      if (running === null && failure === null && nowMs() - lastMs >= gapMs) running = run();
    },
    finish: async () => {
      await running;
      if (isWanted && failure === null) await run();
      if (failure !== null) throw failure.error;
    },
  };
}
