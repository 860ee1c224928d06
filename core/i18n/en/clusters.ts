import type { Messages } from '../message.ts';

/** Where leverage crowds, and what of it was closed. */
export const clusters = {
  'cluster.depth': 'book {wayUsd:usd} + {withinUsd:usd}',
  'cluster.depth.about':
    '. Orders that the books show, or would by how they end: {wayUsd:usd} USD between the price and its near edge, {withinUsd:usd} within it',

  /** Dollars from the price to there. */
  'total.long': 'to {far}: {usd:usd} of longs',
  'total.short': 'to {far}: {usd:usd} of shorts',
  'total.about': '{usd:number} USD, an estimate',
  interval: 'p10 to p90',

  'liquidated.h1': 'Liquidated 1 h',
  'liquidated.h24': 'Liquidated 24 h',
  'liquidated.least': 'at least {longUsd:usd} longs, {shortUsd:usd} shorts',
  'liquidated.all': '{longUsd:usd} longs, {shortUsd:usd} shorts',
  'liquidated.least.about':
    'Forced orders that were heard, in USD. Venues that were not listened to all the time, or that tell not all of them, closed more.',
  'liquidated.all.about': 'Forced orders of all polled venues, in USD.',
} as const satisfies Messages;
