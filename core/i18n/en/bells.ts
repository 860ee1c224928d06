import type { Messages } from '../message.ts';

/** Bells, as the side panel hangs and lists them. */
export const bells = {
  'bells.title': 'Bells',
  'bells.about':
    'A bell tells you once the price is there, while the browser is open; in quiet hours and snooze it is only listed. Press a price in the map, or the bell beside a cluster or a level.',
  'bells.price': 'Price',
  'bells.add': 'Hang a bell',
  'bells.hang.cluster': 'Bell on the cluster {band}',
  'bells.hang.level': 'Bell on the level {band}',
  'bells.hang.short': 'Bell',
  'bells.hung': 'Bell at {band}.',
  'bell.on.cluster': 'cluster',
  'bell.on.level': 'level',
  'bell.repeats': 'each time',
  'bell.repeats.at': 'Each time at {band}',
  'bell.until': 'until {time:moment}',
  'bell.until.at': 'Until when at {band}',
  'bell.over': 'over since {time:moment}',
  'bell.days': { count: 'days', one: 'a day from now', other: '{days:number} days from now' },
  'bell.forever': 'until removed',
  'bell.rang': 'rang {time:moment}',
  'bell.again': 'Again',
  'bell.again.at': 'Again at {band}',
  'bell.remove': 'Remove the bell at {band}',
} as const satisfies Messages;
