/** Polls, one a market at a time. */
export interface PollsUnderWay {
  /** Polls a market now; who asks while that is under way hears what comes of it. */
  readonly poll: (market: string) => Promise<boolean>;
  /** Does `work` while no poll is under way; those that are asked for meanwhile wait. */
  readonly between: (work: () => Promise<void>) => Promise<void>;
}

export function createPollsUnderWay(pollOnce: (market: string) => Promise<boolean>): PollsUnderWay {
  const polls = new Map<string, Promise<boolean>>();
  let between: Promise<unknown> = Promise.resolve();
  return {
    poll: (market) => {
      const running = polls.get(market);
      if (running !== undefined) return running;
      const started = between.then(() => pollOnce(market)).finally(() => polls.delete(market));
      polls.set(market, started);
      return started;
    },
    between: async (work) => {
      const done = Promise.allSettled([between, ...polls.values()]).then(work);
      between = done.catch(() => null);
      await done;
    },
  };
}
