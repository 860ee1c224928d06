import { venueForcedCloses } from '../../market/venue-series.ts';
import type { StreamVenue, Subscription } from '../stream.ts';
import { decimal } from '../venue-api.ts';
import { contractsOf, gateListings } from './listing.ts';

interface Message {
  readonly channel?: string;
  readonly event?: string;
  readonly payload?: readonly string[];
}

const CHANNEL = 'futures.public_liquidates';

/** Liquidations of the contracts that were asked for; `!all` for every one. */
export const gateStream: StreamVenue = {
  host: 'fx-ws.gateio.ws',
  accepts: (path) => path.startsWith('/v4/ws/usdt'),
  onOpen: () => [],
  onMessage: (text) => {
    const { channel, event, payload } = JSON.parse(text) as Message;
    if (channel === 'futures.ping')
      return { replies: [JSON.stringify({ channel: 'futures.pong', event: '', result: null })] };
    const isWanted = channel === CHANNEL && event === 'subscribe';
    const reply = JSON.stringify({ channel, event, error: null, result: { status: 'success' } });
    return { replies: [reply], subscriptions: isWanted ? [liquidationsOf(payload ?? [])] : [] };
  },
};

const liquidationsOf = (names: readonly string[]): Subscription => ({
  everyMs: 1000,
  frames: (market, afterS, untilS) => {
    const result = gateListings(market)
      .filter((listing) => names.includes('!all') || names.includes(listing.symbol))
      .flatMap((listing) =>
        venueForcedCloses(market, 'gate', listing.base, afterS, untilS).map((close) => ({
          price: Number(decimal(close.firedPrice, listing.tickSize)),
          size: (close.side === 'long' ? 1 : -1) * Math.max(1, contractsOf(listing, close.sizeBase)),
          time_ms: Math.round(close.atS * 1000),
          contract: listing.symbol,
        })),
      );
    const time = Math.floor(untilS);
    return result.length === 0
      ? []
      : [
          JSON.stringify({
            channel: CHANNEL,
            event: 'update',
            time,
            time_ms: Math.round(untilS * 1000),
            result,
          }),
        ];
  },
});
