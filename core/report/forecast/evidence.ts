import type { CalibrationBar } from '../../engine/forecast/calibrate-bar.ts';
import { heardFeeds } from '../../engine/forecast/heard-feeds.ts';
import type { VenueSeries } from '../../engine/index.ts';
import type { Bar } from '../../market/bars.ts';
import { forcedOrderFeed, isCompleteFeed } from '../../market/feeds.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';
import { VENUE_IDS } from '../../market/venue-id.ts';
import { createListenedShare } from '../../ledger/forced-orders/listening.ts';
import type { HeardVenues } from '../../ledger/forced-orders/read-orders.ts';
import { createVenueShares } from './venue-shares.ts';

/** What was heard of a market while its bars lasted. */
export interface HeardMarket {
  readonly series: readonly VenueSeries[];
  readonly heard: HeardVenues;
  /** Ascending in time; those before the first bar that is asked for are passed over. */
  readonly orders: readonly ForcedOrder[];
}

/**
 * What calibration is told of each bar, one object for all of them: what it says holds until the next call, and times
 * must ascend from call to call.
 */
export function createEvidence(
  { series, heard, orders }: HeardMarket,
  intervalS: number,
): (bar: Pick<Bar, 'openTimeS' | 'low' | 'high'>) => CalibrationBar {
  const feeds = VENUE_IDS.flatMap((venue) => {
    const stretches = heard[venue]?.stretches;
    if (stretches === undefined) return [];
    return [
      { venue, isComplete: isCompleteFeed(venue), shareOf: createListenedShare(stretches), listened: 0 },
    ];
  });
  const feedOf = new Map(feeds.map((feed) => [feed.venue, feed]));
  const shares = createVenueShares(series);
  const told = {
    startS: NaN,
    endS: NaN,
    orders: [] as ForcedOrder[],
    low: NaN,
    high: NaN,
    feeds: heardFeeds(0, 0),
  };
  let next = 0;
  return (bar) => {
    told.low = bar.low;
    told.high = bar.high;
    told.startS = bar.openTimeS;
    told.endS = bar.openTimeS + intervalS;
    const [fromMs, untilMs] = [told.startS * 1000, told.endS * 1000];
    let complete = 0;
    let sampled = 0;
    shares.seek(told.startS);
    for (const feed of feeds) {
      feed.listened = feed.shareOf(fromMs, untilMs);
      if (feed.listened === 0) continue;
      const share = feed.listened * (shares.of(feed.venue) ?? forcedOrderFeed(feed.venue).assumedShare);
      if (feed.isComplete) complete += share;
      else sampled += share;
    }
    told.feeds = heardFeeds(complete, sampled);
    told.orders.length = 0;
    while ((orders[next]?.atMs ?? Infinity) < fromMs) next++;
    for (let order = orders[next]; order !== undefined && order.atMs < untilMs; order = orders[++next]) {
      if ((feedOf.get(order.venue)?.listened ?? 0) > 0) told.orders.push(order);
    }
    return told;
  };
}
