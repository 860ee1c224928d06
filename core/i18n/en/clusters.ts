import type { Messages } from '../message.ts';

/** Where leverage crowds, and what of it was closed. */
export const clusters = {
  clusters: 'Nearest clusters',
  'clusters.about': 'Nearest clusters above and below the price, estimates in USD',
  'clusters.usd': 'USD (estimate)',
  'clusters.usd.about': 'Estimate, and p10 to p90',
  'clusters.away': 'Away',
  'clusters.away.about': 'Distance to the near edge, and the chance to touch it within 24 hours',

  'cluster.long': 'Longs',
  'cluster.short': 'Shorts',
  'cluster.long.about': 'Longs from {low} to {high}: {usd:number} USD, an estimate',
  'cluster.short.about': 'Shorts from {low} to {high}: {usd:number} USD, an estimate',
  'cluster.interval': '{cluster}, p10 to p90 {p10:usd} to {p90:usd}',
  'cluster.edges': 'low edge {low} ({lowP10} to {lowP90}), high edge {high} ({highP10} to {highP90})',
  'cluster.edges.about': '{edges}, p10 to p90',
  'cluster.carry': 'would carry to {p50}',
  'cluster.carry.about': 'Forced orders would carry a move through it to {p50} ({p5} to {p95})',
  'cluster.ends': '{carry}; moves of that size end near {p50} ({p5} to {p95})',
  'cluster.touch': '24 h {chance}',
  'cluster.depth': 'book {wayUsd:usd} + {withinUsd:usd}',
  'cluster.depth.about':
    'Orders that the books show, or would by how they end: {wayUsd:usd} USD between the price and its near edge, {withinUsd:usd} within it',

  /** Dollars from the price to there. */
  'total.long': 'to {far}: {usd:usd} of longs',
  'total.short': 'to {far}: {usd:usd} of shorts',
  'total.about': '{usd:number} USD, an estimate',
  interval: 'p10 to p90',

  liquidated: 'Liquidated, USD',
  'liquidated.least': 'Liquidated, USD at least',
  'liquidated.h1': '1 h',
  'liquidated.h24': '24 h',
  'liquidated.long': 'longs',
  'liquidated.short': 'shorts',
  'liquidated.whole': 'All venues',
  'liquidated.by-venue': 'By venue',
  'liquidated.together': 'Together',
  'liquidated.least.about':
    'Forced orders that were heard, in USD. Venues that were not listened to all the time, or that tell not all of them, closed more.',
  'liquidated.unheard': 'Not known: venues were not listened to for long enough',
  'liquidated.all.about': 'Forced orders of all polled venues, in USD.',

  'public.nearest': 'Largest public positions near their liquidation',
  'public.long': '{usd:usd} long liquidates at {price}, {away} away',
  'public.short': '{usd:usd} short liquidates at {price}, {away} away',
  'public.near':
    'Of {usd:usd} within {reach} of the price, an estimate, {share:percent} is known position by position.',
  'public.about':
    'What {venue:venue} shows to anyone, read since {time}. Whose they are is not kept; margin that is added or a stop changes it.',

  'waiting.title': 'Orders that wait',
  'waiting.stop': 'Stops of {usd:usd} at {low} to {high}, {away}',
  'waiting.target': 'Take-profits of {usd:usd} at {low} to {high}, {away}',
  'waiting.unasked': 'No account near its liquidation was asked for them lately.',
  'waiting.none': 'None within {reach} of the price.',
  'waiting.about': {
    count: 'accounts',
    one: 'From one public account of {venue:venue} near its liquidation, asked within {age}: a sample of one venue, in no other figure.',
    other:
      'From {accounts:number} public accounts of {venue:venue} near their liquidation, asked within {age}: a sample of one venue, in no other figure.',
  },
  'waiting.unread': {
    count: 'unread',
    one: 'The orders of one more could not be read.',
    other: 'The orders of {unread:number} more could not be read.',
  },
} as const satisfies Messages;
