import type { StreamVenue } from '../stream.ts';
import { hyperliquidListings, hyperliquidPrice } from './assets.ts';

interface Message {
  readonly method?: string;
  readonly subscription?: { readonly type?: string };
}

/** No liquidation feed: mids of all coins, and answers to pings. */
export const hyperliquidStream: StreamVenue = {
  host: 'api.hyperliquid.xyz',
  accepts: (path) => path.startsWith('/ws'),
  onOpen: () => [],
  onMessage: (text) => {
    const message = JSON.parse(text) as Message;
    if (message.method === 'ping') return { replies: [JSON.stringify({ channel: 'pong' })] };
    if (message.method !== 'subscribe') return { replies: [] };
    const replies = [JSON.stringify({ channel: 'subscriptionResponse', data: message })];
    if (message.subscription?.type !== 'allMids') return { replies };
    return {
      replies,
      subscriptions: [
        {
          everyMs: 1000,
          frames: (market) => {
            const mids = hyperliquidListings(market).map((listing) => [
              listing.symbol,
              hyperliquidPrice(
                listing.symbol,
                market.venuePrice('hyperliquid', listing.base) * listing.multiplier,
              ),
            ]);
            return [JSON.stringify({ channel: 'allMids', data: { mids: Object.fromEntries(mids) } })];
          },
        },
      ],
    };
  },
};
