/** @param isNear somebody looks at it @returns whether more could be asked for at once */
type PollMarket = (market: string, isNear: boolean) => Promise<boolean>;

/** Polls, one a market at a time. */
export interface PollsUnderWay {
  /** Polls a market now; who asks while that is under way hears what comes of it. */
  readonly poll: PollMarket;
  /** Does `work` while no poll is under way; those that are asked for meanwhile wait. */
  readonly between: (work: () => Promise<void>) => Promise<void>;
}

/** `pollOnce` is never under way twice for one market. */
export function createPollsUnderWay(pollOnce: PollMarket): PollsUnderWay {
  const polls = new Map<string, Promise<boolean>>();
  let between: Promise<unknown> = Promise.resolve();
  return {
    poll: (market, isNear) => {
      const running = polls.get(market);
      if (running !== undefined) return running;
      const started = between.then(() => pollOnce(market, isNear)).finally(() => polls.delete(market));
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
