import { forcedOrderFeed, isCompleteFeed } from '../../market/feeds.ts';
import { HOUR_S } from '../../market/time.ts';

/** Without an order for this long the recorder is taken to be deaf. */
const SILENCE_S = 6 * HOUR_S;

/** Feeds that are heard in a bar: only the complete ones if there are any. */
export interface HeardFeeds {
  readonly isComplete: boolean;
  /** Share of open interest that they watch, times the share of the bar in which they did. */
  readonly share: number;
}

/** @param complete, sampled sums over the feeds of either kind, each as in {@link HeardFeeds.share} */
export const heardFeeds = (complete: number, sampled: number): HeardFeeds => ({
  isComplete: complete > 0,
  share: complete > 0 ? complete : sampled,
});

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
  let complete = 0;
  let sampled = 0;
  for (const venue in heardAtS) {
    if (endS - (heardAtS[venue] ?? -Infinity) >= SILENCE_S) continue;
    const share = listened * forcedOrderFeed(venue).assumedShare;
    if (isCompleteFeed(venue)) complete += share;
    else sampled += share;
  }
  return heardFeeds(complete, sampled);
}
