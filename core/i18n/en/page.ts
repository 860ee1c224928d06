import type { Messages } from '../message.ts';

/** What the panel says of itself, of the page and of what the browser keeps. */
export const page = {
  'panel.unloaded': 'The panel could not be loaded. Reload the page.',
  'condition.no-market': 'This page shows no market.',
  'condition.spot': 'This is a spot market. Plimsoll reads perpetuals: open the perpetual of {base}.',
  'condition.future': 'This contract expires. Plimsoll reads perpetuals: open the perpetual of {base}.',
  'condition.not-listed': 'No venue that Plimsoll reads lists a linear perpetual of {base}.',
  'condition.starting': 'Asking the venues for the first figures.',
  'condition.starting-worker': 'The background is starting again.',
  'condition.starting-offline': 'No connection. Plimsoll begins when it is back.',
  'condition.stale-offline': 'No connection. The last figures stay until it is back.',
  'condition.stale-venues': 'No venue answers; the last figures stay. Each is tried again by itself.',
  'condition.no-venues': 'No venue answers yet. Each is tried again by itself.',
  'condition.stale-worker': 'The background is starting again. The last figures stay until it answers.',
  'condition.stale-late': 'The next figures are late. The last ones stay.',

  'chart.press': 'Drawn on the “{button}” chart alone: its button is above the chart.',
  'chart.on': 'On the chart',
  'chart.heat': 'Map in time',
  'chart.dots.all': 'Dots: forced orders that were heard.',
  'chart.dots.least': 'Dots: forced orders that were heard; there were at least these.',
  'chart.level.touched': 'touched',
  'chart.level.rejected': 'rejected',
  'chart.level.closed-beyond': 'closed beyond',
  'chart.level.reclaimed': 'reclaimed',
  'chart.above': { count: 'bands', one: '▲', other: '▲ {bands:number} bands:' },
  'chart.below': { count: 'bands', one: '▼', other: '▼ {bands:number} bands:' },
  'chart.dollars.long': '{usd:usd} longs',
  'chart.dollars.short': '{usd:usd} shorts',
  'chart.off': 'Off on this site.',
  'chart.searching': 'No chart here whose scale can be read.',
  'chart.loading': 'Waiting for the chart.',
  'chart.ready': 'Drawn on the chart’s own scale.',
  'chart.mismatch': 'The chart shows another market.',
  'chart.unsupported': 'This chart’s scale cannot be read for sure.',
  'chart.hidden': 'The chart is covered or hidden.',
  'chart.unread': 'Bands only: the times of this chart cannot be read.',
  'chart.uneven': 'Bands only: this chart’s bars are not even in time.',

  'socket.tells':
    'The connection over which they come carries the cookies that the venue has set in this browser, which no other request of Plimsoll does, and names this extension (in Firefox: this installation).',
  'question.listening.label': 'Whom to listen to',
  'question.listening': 'Hear forced orders of other venues too?',
  'question.listening.open': 'Until now Plimsoll listened to all venues; it waits for your word.',
  'question.listening.shut': 'Until you choose, only this page’s venue is heard.',
  'question.listening.choose': 'Choose venues',
  'question.listening.own': 'Only the page’s own',

  'action.try': 'Try now',
  'action.allow': 'Allow',
  'action.host': 'Choose a host',

  'storage.room-made':
    'The disk is full: history of a coin that you do not watch was dropped, and is loaded again when you look at it.',
  'storage.full':
    'The disk is full and nothing new can be kept, the track record included. Free space on it, or take coins off your watch list.',
  'storage.refused':
    'The browser refuses to keep new figures: what is shown is what was stored before. Plimsoll tries again by itself.',
  'storage.not-kept':
    'The browser does not open Plimsoll’s database, as in some private windows: all is in memory, and history and the track record end with the browser. Plimsoll tries again by itself.',
  'storage.rows-lost': 'Some of the stored history could not be read: it is loaded again.',

  'clock.slow': 'This device’s clock is {duration} slow; times here are the venues’.',
  'clock.fast': 'This device’s clock is {duration} fast; times here are the venues’.',

  'warnings.past': 'Past warnings: {count:number}',
  'warnings.snooze': 'Snooze 1 h',
  'warnings.snooze.title': 'No notification of any warning for an hour',
  'warnings.snooze.ask': 'Snooze for 1 h?',
  'warnings.dismiss': 'Dismiss',
  'warnings.dismiss.ask': 'Dismiss for good?',
  'warnings.yes': 'Yes',
  'warnings.no': 'No',
  'warnings.when': '{age} ago at {price}',
  'warnings.own': 'A warning about something of your own: open the side panel',
  'warnings.own.when': '{age} ago',
  'warnings.own.hide': 'Hide for 1 h',
  'warnings.own.hide.ask': 'Hide for 1 h?',
} as const satisfies Messages;
