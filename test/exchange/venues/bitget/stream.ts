import type { ForcedClose } from '../../market/coin-market.ts';
import { venueForcedCloses } from '../../market/venue-series.ts';
import type { StreamVenue, Subscription } from '../stream.ts';
import { liquidationRow } from './liquidation.ts';
import { bitgetListings } from './listing.ts';

interface Message {
  readonly op?: string;
  readonly args?: readonly { readonly instType?: string; readonly topic?: string }[];
}

/** All symbols in one topic: of each side of a contract the largest of a second. */
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
      largestEachSecond(venueForcedCloses(market, 'bitget', listing.base, afterS, untilS)).map((close) =>
        liquidationRow(listing, close),
      ),
    );
    const arg = { instType: 'usdt-futures', topic: 'liquidation' };
    return data.length === 0
      ? []
      : [JSON.stringify({ action: 'update', arg, data, ts: Math.round(untilS * 1000) })];
  },
};

/** The largest of each side and second, in the order of the seconds. */
export function largestEachSecond(closes: readonly ForcedClose[]): readonly ForcedClose[] {
  const largest = new Map<string, ForcedClose>();
  for (const close of closes) {
    const key = `${Math.floor(close.atS)} ${close.side}`;
    if (close.sizeBase > (largest.get(key)?.sizeBase ?? 0)) largest.set(key, close);
  }
  return [...largest.values()];
}
