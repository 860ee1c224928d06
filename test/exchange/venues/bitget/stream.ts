import { venueForcedCloses } from '../../market/venue-series.ts';
import type { StreamVenue, Subscription } from '../stream.ts';
import { liquidationRow } from './liquidation.ts';
import { bitgetListings } from './listing.ts';

interface Message {
  readonly op?: string;
  readonly args?: readonly { readonly instType?: string; readonly topic?: string }[];
}

/** All symbols in one topic, gathered over a second. */
export const bitgetStream: StreamVenue = {
  host: 'ws.bitget.com',
  accepts: (path) => path.startsWith('/v3/ws/public'),
  onOpen: () => [],
  onMessage: (text) => {
    if (text === 'ping') return { replies: ['pong'] };
    const message = JSON.parse(text) as Message;
    const args = message.op === 'subscribe' ? (message.args ?? []) : [];
    return {
      replies: args.map((arg) => JSON.stringify({ event: 'subscribe', arg })),
      subscriptions: args.filter((arg) => arg.topic === 'liquidation').map(() => liquidations),
    };
  },
};

const liquidations: Subscription = {
  everyMs: 1000,
  frames: (market, afterS, untilS) => {
    const data = bitgetListings(market).flatMap((listing) =>
      venueForcedCloses(market, 'bitget', listing.base, afterS, untilS).map((close) =>
        liquidationRow(listing, close),
      ),
    );
    const arg = { instType: 'usdt-futures', topic: 'liquidation' };
    return data.length === 0
      ? []
      : [JSON.stringify({ action: 'update', arg, data, ts: Math.round(untilS * 1000) })];
  },
};
