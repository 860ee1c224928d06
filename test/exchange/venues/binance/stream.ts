import { venueForcedCloses } from '../../market/venue-series.ts';
import { decimal } from '../venue-api.ts';
import type { StreamVenue, Subscription } from '../stream.ts';
import { binanceListings, venueOf } from './listing.ts';

/** Forced orders at 0.4 % beyond the liquidation: the bankruptcy price of the first tier. */
const BANKRUPTCY = 0.004;

/** `fstream.binance.com`: data on `/market/...` alone; the old paths accept and stay silent. Latest order a second. */
export const binanceStream: StreamVenue = binanceStreamAt('fstream.binance.com', '/market/');

/** Binance's streams at `host`, which tells something on paths that begin with `loud` alone. */
export function binanceStreamAt(host: string, loud: string): StreamVenue {
  return {
    host,
    accepts: (path) => /^\/(market\/)?(ws|stream)/.test(path),
    onOpen: (path) => {
      if (!path.startsWith(loud)) return [];
      const names = /[?&]streams=([^&]+)/.exec(path)?.[1] ?? /\/ws\/(.+)$/.exec(path)?.[1] ?? '';
      return names
        .split('/')
        .filter((name) => name !== '')
        .map((name) => subscription(host, name, path));
    },
    onMessage: (text, path) => {
      const message = JSON.parse(text) as { method?: string; params?: string[]; id?: number };
      if (message.method !== 'SUBSCRIBE') return { replies: [] };
      const names = path.startsWith(loud) ? (message.params ?? []) : [];
      return {
        replies: [JSON.stringify({ result: null, id: message.id ?? null })],
        subscriptions: names.map((name) => subscription(host, name, path)),
      };
    },
  };
}

function subscription(host: string, name: string, path: string): Subscription {
  const marked = /^(.+)@markPrice@1s$/.exec(name)?.[1];
  return marked === undefined ? forcedOrders(host, name, path) : markPrices(host, name, marked, path);
}

function markPrices(host: string, name: string, symbol: string, path: string): Subscription {
  return {
    everyMs: 1000,
    frames: (market, _afterS, untilS) =>
      binanceListings({ market, host })
        .filter((listing) => listing.symbol.toLowerCase() === symbol)
        .map((listing) => {
          const price = (market.venuePrice(venueOf(host), listing.base) * listing.multiplier).toFixed(8);
          const event = {
            e: 'markPriceUpdate',
            E: Math.round(untilS * 1000),
            s: listing.symbol,
            p: price,
            i: price,
            r: '0.00010000',
            T: Math.ceil(untilS / 28_800) * 28_800_000,
          };
          return JSON.stringify(path.includes('/stream') ? { stream: name, data: event } : event);
        }),
  };
}

function forcedOrders(host: string, name: string, path: string): Subscription {
  const isCombined = path.includes('/stream');
  const wanted = /^(.+)@forceOrder$/.exec(name)?.[1];
  return {
    everyMs: 1000,
    frames: (market, afterS, untilS) =>
      binanceListings({ market, host }).flatMap((listing) => {
        const isWanted = name === '!forceOrder@arr' || wanted === listing.symbol.toLowerCase();
        const latest = isWanted
          ? venueForcedCloses(market, venueOf(host), listing.base, afterS, untilS).at(-1)
          : undefined;
        if (latest === undefined) return [];
        const isLong = latest.side === 'long';
        const price = latest.firedPrice * listing.multiplier;
        const size = decimal(latest.sizeBase / listing.multiplier, 0.001);
        const order = {
          s: listing.symbol,
          S: isLong ? 'SELL' : 'BUY',
          o: 'LIMIT',
          f: 'IOC',
          q: size,
          p: decimal(price * (isLong ? 1 - BANKRUPTCY : 1 + BANKRUPTCY), listing.tickSize),
          ap: decimal(price, listing.tickSize),
          X: 'FILLED',
          l: size,
          z: size,
          T: Math.round(latest.atS * 1000),
          st: 1,
          ps: listing.symbol,
        };
        const event = { e: 'forceOrder', E: Math.round(untilS * 1000), o: order };
        return [JSON.stringify(isCombined ? { stream: name, data: event } : event)];
      }),
  };
}
