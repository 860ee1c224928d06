import type { CalibrationBar } from '../../engine/forecast/calibrate-bar.ts';
import { defaultShare } from '../../engine/forecast/feeds.ts';
import { sumFeeds } from '../../engine/forecast/heard-feeds.ts';
import type { VenueSeries } from '../../engine/index.ts';
import type { Bar } from '../../market/bars.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';
import { VENUE_IDS } from '../../market/venue-id.ts';
import { listenedShareOf } from '../forced-orders/listening.ts';
import { atMarketPrice } from '../forced-orders/market-price.ts';
import type { HeardVenues } from '../forced-orders/read-orders.ts';
import { createVenueShares } from './venue-shares.ts';

/** What was heard of a market while its bars lasted. */
export interface HeardMarket {
  readonly series: readonly VenueSeries[];
  readonly heard: HeardVenues;
  /** Ascending in time; those before the first bar that is asked for are passed over. */
  readonly orders: readonly ForcedOrder[];
}

/** What calibration is told of each bar; times must ascend from call to call. */
export function createEvidence(
  { series, heard, orders }: HeardMarket,
  intervalS: number,
): (bar: Pick<Bar, 'openTimeS' | 'low' | 'high'>) => CalibrationBar {
  const feeds = VENUE_IDS.flatMap((venue) => {
    const stretches = heard[venue]?.stretches;
    return stretches === undefined ? [] : [{ venue, stretches, listened: 0 }];
  });
  const feedOf = new Map(feeds.map((feed) => [feed.venue, feed]));
  const shares = createVenueShares(series);
  let next = 0;
  return ({ openTimeS, low, high }) => {
    const endS = openTimeS + intervalS;
    const sum = sumFeeds();
    shares.seek(openTimeS);
    for (const feed of feeds) {
      feed.listened = listenedShareOf(feed.stretches, openTimeS * 1000, endS * 1000);
      if (feed.listened === 0) continue;
      sum.add(feed.venue, feed.listened * (shares.of(feed.venue) ?? defaultShare(feed.venue)));
    }
    const prints: ForcedOrder[] = [];
    while ((orders[next]?.atMs ?? Infinity) < openTimeS * 1000) next++;
    for (let order = orders[next]; order !== undefined && order.atMs < endS * 1000; order = orders[++next]) {
      if ((feedOf.get(order.venue)?.listened ?? 0) > 0) prints.push(atMarketPrice(order, low, high));
    }
    return { startS: openTimeS, endS, prints, feeds: sum.heard() };
  };
}
