import { venueForcedCloses } from '../../market/venue-series.ts';
import type { StreamVenue, Subscription } from '../stream.ts';
import { liquidationDetails } from './liquidation.ts';
import { okxListings } from './listing.ts';

interface Message {
  readonly op?: string;
  readonly args?: readonly { readonly channel: string; readonly instType?: string }[];
}

/** All swaps in one channel; at most one order a contract and second, and the last one again on subscription. */
export const okxStream: StreamVenue = {
  host: 'ws.okx.com',
  accepts: (path) => path.startsWith('/ws/v5/public'),
  onOpen: () => [],
  onMessage: (text) => {
    if (text === 'ping') return { replies: ['pong'] };
    const message = JSON.parse(text) as Message;
    const args = message.op === 'subscribe' ? (message.args ?? []) : [];
    return {
      replies: args.map((arg) => JSON.stringify({ event: 'subscribe', arg, connId: 'simulated' })),
      subscriptions: args.filter((arg) => arg.channel === 'liquidation-orders').map(() => liquidations()),
    };
  },
};

function liquidations(): Subscription {
  let isFirst = true;
  return {
    everyMs: 1000,
    frames: (market, afterS, untilS) => {
      const fromS = isFirst ? afterS - 3600 : afterS;
      isFirst = false;
      const data = okxListings(market).flatMap((listing) => {
        const latest = venueForcedCloses(market, 'okx', listing.base, fromS, untilS).at(-1);
        if (latest === undefined) return [];
        const family = listing.symbol.replace(/-SWAP$/, '');
        const details = [liquidationDetails(listing, latest)];
        return [{ details, instFamily: family, instId: listing.symbol, instType: 'SWAP', uly: family }];
      });
      const arg = { channel: 'liquidation-orders', instType: 'SWAP' };
      return data.length === 0 ? [] : [JSON.stringify({ arg, data })];
    },
  };
}
