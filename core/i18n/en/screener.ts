import type { Messages } from '../message.ts';

/** All markets at a glance, ranked. */
export const screener = {
  'screener.title': 'All markets',
  'screener.about':
    'Every perpetual of your venues by what they tell of all at once. It ranks facts: no order here says what comes next.',
  'screener.wait': 'Asking your venues for all their perpetuals…',
  'screener.none': 'No market is of that class and size.',
  'screener.class': 'Class',
  'screener.class.all': 'All classes',
  'screener.class.crypto': 'Coins',
  'screener.class.equity': 'Shares',
  'screener.class.commodity': 'Commodities',
  'screener.class.index': 'Indices',
  'screener.class.currency': 'Currencies',
  'screener.size': 'Traded in a day',
  'screener.size.all': 'Any volume',
  'screener.size.from': 'From {millions:number} M USD a day',
  'screener.table': 'Markets, {count:number} of {all:number}',
  'screener.market': 'Market',
  'screener.more': 'Show {count:number} more',

  'screener.openInterestHourChange': 'OI 1 h',
  'screener.openInterestDayChange': 'OI 24 h',
  'screener.fundingRate8h': 'Fund. 8 h',
  'screener.fundingDayChange': 'Fund. ± 24 h',
  'screener.hourChange': 'Price 1 h',
  'screener.dayChange': 'Price 24 h',
  'screener.turnoverRatio': 'Volume ×',
  'screener.crowding': 'OI / vol.',
  'screener.openInterestUsd': 'OI',
  'screener.turnoverUsd': 'Volume',

  'screener.openInterestHourChange.about': 'Change of open interest in an hour, in coins',
  'screener.openInterestDayChange.about': 'Change of open interest in 24 hours, in coins',
  'screener.fundingRate8h.about': 'What longs pay shorts in 8 hours, weighted by volume',
  'screener.fundingDayChange.about': 'How much funding of 8 hours rose in 24 hours, in percentage points',
  'screener.hourChange.about': 'Run of the price in an hour',
  'screener.dayChange.about': 'Run of the price in 24 hours',
  'screener.turnoverRatio.about': 'Volume of 24 hours by the median of the days before',
  'screener.crowding.about':
    'Open interest by volume of 24 hours: days that it would take to trade all of it',
  'screener.openInterestUsd.about': 'Open interest of one side, USD',
  'screener.turnoverUsd.about': 'Volume of 24 hours, USD',

  'screener.add': 'Add {asset} to the watch list',
  'screener.remove': 'Take {asset} off the watch list',
  'screener.full': 'The watch list holds {most:number}, and is full.',

  'screener.from': 'Answers: {list:list}.',
  'screener.from.venue': '{venue} {age} ago',
  'screener.silent': 'No answer yet from {venues:venues}.',
  'screener.failed': 'Without {venues:venues}: asked, and refused or failed; asked again in a while.',
  'screener.not-allowed': 'Without {venues:venues}, which Plimsoll may not read; the options allow it.',
  'screener.one-by-one':
    'Open interest, its changes and OI / volume are without {venues:venues}, told there one contract at a time.',
  'screener.history': {
    count: 'hours',
    none: 'Kept by the hour from now on.',
    other: 'Kept by the hour while the browser is open, the oldest of {hours:hours} ago.',
  },
  'screener.history.day': 'A change over 24 hours needs one of {hours:hours} ago.',
  'screener.history.usual': 'Volume × needs {hours:hours}.',

  'screener.why.one-by-one': 'Told of one contract at a time by {venues:venues}',
  'screener.why.hour': 'Needs an hour of snapshots',
  'screener.why.day': 'Needs 24 hours of snapshots: {hours:hours} kept so far',
  'screener.why.usual': 'Needs snapshots of three days before: {hours:hours} kept so far',
  'screener.why.gap': 'Too little is kept of the days before, or its venues do not tell it',
  'screener.why.untold': 'Not told by its venues',
} as const satisfies Messages;
