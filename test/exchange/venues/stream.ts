import type { Market } from '../market/market.ts';

/** What a client has asked to be told. */
export interface Subscription {
  readonly everyMs: number;
  /** Frames for what happened after one market time until another, epoch seconds. */
  readonly frames: (market: Market, afterS: number, untilS: number) => readonly string[];
}

/** A venue's websocket: what it says on its own, and to a message. */
export interface StreamVenue {
  readonly host: string;
  readonly accepts: (path: string) => boolean;
  readonly onOpen: (path: string) => readonly Subscription[];
  readonly onMessage: (
    text: string,
    path: string,
  ) => { readonly replies: readonly string[]; readonly subscriptions?: readonly Subscription[] };
}
