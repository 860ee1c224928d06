import { marketId } from '../market/asset.ts';
import type { PageMarket } from '../market/page-market.ts';
import { contractOfPage } from './identify-page.ts';
import { createQuoteFeed, type QuoteFeed, type Tell } from './quote-feed.ts';
import type { WatchSurroundings } from './surroundings.ts';

/** Tells `page`'s quotes from now on, until what it returns is called. */
export type FollowQuotes = (page: PageMarket, tell: Tell) => () => void;

/**
 * Quotes for the views that are open now. Views of one market and venue share a feed, and all of it is memory: a worker
 * that dies takes the views' lines with it, and they open others.
 */
export function createQuoteFeeds(surroundings: WatchSurroundings): FollowQuotes {
  const feeds = new Map<string, QuoteFeed>();
  return (page, tell) => {
    for (const [key, feed] of feeds) if (feed.isOver()) feeds.delete(key);
    const key = `${marketId(page)} ${contractOfPage(page)?.venue}`;
    const feed = feeds.get(key) ?? createQuoteFeed(surroundings, page);
    feeds.set(key, feed);
    return feed.add(tell);
  };
}
