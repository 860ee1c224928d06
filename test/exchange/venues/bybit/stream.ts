import { venueForcedCloses } from '../../market/venue-series.ts';
import type { StreamVenue, Subscription } from '../stream.ts';
import { decimal } from '../venue-api.ts';
import { bybitListings } from './listing.ts';

/** Bankruptcy beyond liquidation, as a fraction of the price. */
const BANKRUPTCY = 0.005;

/** Every liquidation, in batches of half a second; `S` is the side of the position: Buy = a long died. */
export const bybitStream: StreamVenue = {
  host: 'stream.bybit.com',
  accepts: (path) => path.startsWith('/v5/public/linear'),
  onOpen: () => [],
  onMessage: (text) => {
    const message = JSON.parse(text) as { op?: string; args?: string[]; req_id?: string };
    const reply = {
      success: true,
      ret_msg: message.op === 'ping' ? 'pong' : '',
      conn_id: 'simulated',
      req_id: message.req_id ?? '',
      op: message.op,
    };
    if (message.op !== 'subscribe') return { replies: [JSON.stringify(reply)] };
    const symbolsOf = (topic: string) =>
      (message.args ?? []).flatMap((arg) => (arg.startsWith(`${topic}.`) ? arg.slice(topic.length + 1) : []));
    const subscriptions = [
      ...symbolsOf('allLiquidation').map(liquidationsOf),
      ...symbolsOf('tickers').map(tickersOf),
    ];
    return { replies: [JSON.stringify(reply)], subscriptions };
  },
};

const liquidationsOf = (symbol: string): Subscription => ({
  everyMs: 500,
  frames: (market, afterS, untilS) => {
    const listing = bybitListings(market).find((candidate) => candidate.symbol === symbol);
    if (listing === undefined) return [];
    const data = venueForcedCloses(market, 'bybit', listing.base, afterS, untilS).map((close) => ({
      T: Math.round(close.atS * 1000),
      s: symbol,
      S: close.side === 'long' ? 'Buy' : 'Sell',
      v: decimal(close.sizeBase / listing.multiplier, 0.001),
      p: decimal(
        close.firedPrice * listing.multiplier * (close.side === 'long' ? 1 - BANKRUPTCY : 1 + BANKRUPTCY),
        listing.tickSize,
      ),
    }));
    const ts = Math.round(untilS * 1000);
    return data.length === 0
      ? []
      : [JSON.stringify({ topic: `allLiquidation.${symbol}`, type: 'snapshot', ts, data })];
  },
});

/** A whole ticker first, then what has changed; of that the mark price alone is told here. */
function tickersOf(symbol: string): Subscription {
  let isFirst = true;
  return {
    everyMs: 500,
    frames: (market, _afterS, untilS) => {
      const listing = bybitListings(market).find((candidate) => candidate.symbol === symbol);
      if (listing === undefined) return [];
      const markPrice = decimal(
        market.venuePrice('bybit', listing.base) * listing.multiplier,
        listing.tickSize,
      );
      const type = isFirst ? 'snapshot' : 'delta';
      const data = isFirst
        ? { symbol, tickDirection: 'PlusTick', lastPrice: markPrice, markPrice, indexPrice: markPrice }
        : { symbol, markPrice };
      isFirst = false;
      const ts = Math.round(untilS * 1000);
      return [JSON.stringify({ topic: `tickers.${symbol}`, type, data, cs: ts, ts })];
    },
  };
}
