import { venueForcedCloses } from '../../market/venue-series.ts';
import type { StreamVenue, Subscription } from '../stream.ts';
import { liquidationDetails } from './liquidation.ts';
import { decimal } from '../venue-api.ts';
import { okxListings } from './listing.ts';

interface Message {
  readonly op?: string;
  readonly args?: readonly Arg[];
}

interface Arg {
  readonly channel: string;
  readonly instType?: string;
  readonly instId?: string;
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
      subscriptions: args.flatMap(({ channel, instId }) => {
        if (channel === 'liquidation-orders') return [liquidations()];
        return channel === 'mark-price' && instId !== undefined ? [markPrices(instId)] : [];
      }),
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

const markPrices = (instId: string): Subscription => ({
  everyMs: 1000,
  frames: (market, _afterS, untilS) =>
    okxListings(market)
      .filter(({ symbol }) => symbol === instId)
      .map((listing) => {
        const markPx = decimal(market.venuePrice('okx', listing.base), listing.tickSize);
        const data = [{ instId, instType: 'SWAP', markPx, ts: String(Math.round(untilS * 1000)) }];
        return JSON.stringify({ arg: { channel: 'mark-price', instId }, data });
      }),
});
