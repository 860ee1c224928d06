import type { Messages } from '../message.ts';

/** What the card says: the one thing to know now, two lines of the nearest clusters, and how far history has been read. */
export const card = {
  'card.own': '{title} ({age} ago): see side panel.',
  'card.break.up':
    'Estimate: a daily close above {edge:price} ({closeBeyond:percent} in 24 h) forces {releasedUsd:usd} of buying.',
  'card.break.down':
    'Estimate: a daily close below {edge:price} ({closeBeyond:percent} in 24 h) forces {releasedUsd:usd} of selling.',
  'card.carry.short': 'Estimate: forced buying at {band:band} would carry the price to {p50:price}.',
  'card.carry.long': 'Estimate: forced selling at {band:band} would carry the price to {p50:price}.',
  'card.cluster.short': 'Estimate: {usd:usd} of shorts break at {band:band}.',
  'card.cluster.long': 'Estimate: {usd:usd} of longs break at {band:band}.',

  'card.row.short': 'Shorts at {range}: {usd:usd} USD, {distance:percent} above (estimate)',
  'card.row.long': 'Longs at {range}: {usd:usd} USD, {distance:percent} below (estimate)',
  'card.touch': '{row}; touched within 24 h: {chance:percent}',
  'card.day': 'in 24 h',
  'card.none.short': 'No cluster of shorts near.',
  'card.none.long': 'No cluster of longs near.',
} as const satisfies Messages;
