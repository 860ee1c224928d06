import type { Messages } from '../message.ts';

/** The panel's frame: its forms, its buttons, and how old and how complete its figures are. */
export const panel = {
  panel: 'Plimsoll: where leverage would break',
  'panel.open': 'Open the panel',
  'panel.open.brief': 'Open',
  'panel.fold.brief': 'Fold',
  'panel.fold.card': 'Fold to the card',
  'panel.fold.strip': 'Fold to the strip',
  'panel.fold.dot': 'Shrink to a dot',
  'panel.hide': 'Hide the panel',
  'panel.hide.keys': 'Hide (Alt+Shift+L shows it again)',
  'panel.press-refused': 'This press was not counted: the page covers or changes the panel.',
  'panel.side': 'Open the side panel',
  'panel.move': 'Move the panel with the arrow keys',
  'panel.resize': 'Resize the panel with the arrow keys',
  'panel.drag': 'Drag, or press arrow keys',

  'dot.open': 'Open Plimsoll',
  'dot.open.long': 'Open Plimsoll: a cluster of longs {away} away',
  'dot.open.short': 'Open Plimsoll: a cluster of shorts {away} away',
  'strip.nearest.long': 'Nearest cluster of longs: {usd:usd} USD (estimate), {away} away',
  'strip.nearest.short': 'Nearest cluster of shorts: {usd:usd} USD (estimate), {away} away',
  'strip.price': 'Mark price, {time}',

  'freshness.stale': 'Stale',
  'freshness.live': 'Live',
  'freshness.warming-up': 'Warming up',
  'freshness.about': '{name}: last figures {time}',
  'freshness.old': '{age} old',

  'warm-up.reading': 'Warming up: Reading history',
  'warm-up.bars': 'Warming up: {loaded:number} of {needed:number} bars',
  'warm-up.loaded': 'Bars loaded',
  'warm-up.about': 'Plimsoll reads thirty days of bars and open interest before it draws a map.',

  'other-venue': 'Figures are of {base} on the venues that are polled, not of {name}.',
  'other-venue.unnamed': 'Figures are of {base} on the venues that are polled, not of this site.',
} as const satisfies Messages;
