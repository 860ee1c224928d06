import { defaultShare, isCompleteFeed } from './feeds.ts';

/** Without an order for this long the recorder is taken to be deaf. */
const SILENCE_S = 6 * 3600;

/** Feeds that are heard in a bar: only the complete ones if there are any. */
export interface HeardFeeds {
  readonly isComplete: boolean;
  /** Share of open interest that they watch, times the share of the bar in which they did. */
  readonly share: number;
}

/** Adds up the feeds of one bar. */
export interface FeedSum {
  /** @param share of open interest that `venue` holds, times the share of the bar in which it was listened to */
  readonly add: (venue: string, share: number) => void;
  readonly heard: () => HeardFeeds;
}

export function sumFeeds(): FeedSum {
  let complete = 0;
  let sampled = 0;
  return {
    add: (venue, share) => {
      if (isCompleteFeed(venue)) complete += share;
      else sampled += share;
    },
    heard: () => ({ isComplete: complete > 0, share: complete > 0 ? complete : sampled }),
  };
}

/**
 * The feeds of a recording that does not say who was listened to: those that were heard lately.
 * @param heardAtS when each venue's feed was last heard, epoch seconds
 * @param listened share of the bar in which the recorder listened
 */
export function feedsBySilence(
  heardAtS: Readonly<Record<string, number>>,
  endS: number,
  listened: number,
): HeardFeeds {
  const feeds = sumFeeds();
  for (const venue in heardAtS) {
    const isHeard = endS - (heardAtS[venue] ?? -Infinity) < SILENCE_S;
    if (isHeard) feeds.add(venue, listened * defaultShare(venue));
  }
  return feeds.heard();
}
