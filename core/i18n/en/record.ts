import type { Messages } from '../message.ts';

/** The track record of a market. */
export const record = {
  'record.title': 'Track record of {asset}',
  'record.not-lasting':
    'The browser does not open Plimsoll’s database: what was recorded before cannot be shown now.',
  'record.market': 'Market',
  'record.horizon': 'Horizon',
  'record.horizon.1': '1 hour',
  'record.horizon.4': '4 hours',
  'record.horizon.24': '1 day',
  'record.counts': 'What counts',
  'record.counts.first': 'First passage',
  'record.counts.all': 'All orders',
  'record.export.forecasts': 'Export forecasts (CSV)',
  'record.export.orders': 'Export liquidations (CSV)',

  'forecaster.forecast': 'The map (mixture)',
  'forecaster.distance': 'Distance alone, fitted',
  'forecaster.uniform': 'The same everywhere',
  'forecaster.kernel': 'Member: distance',
  'forecaster.refill': 'Member: distance and last visit',
  'forecaster.refillMap': 'Member: distance, last visit, calibrated map',
  'forecaster.steep': 'Member: the same where leverage is low',
  'forecaster.steepest': 'Member: the same where leverage is lowest',
  'forecaster.kernelMap': 'Member: distance, calibrated map',
  'forecaster.kernelRefillMap': 'Member: half of each',
  'forecaster.tiersKept': 'Rises of open interest at 10x to 100x, kept',
  'forecaster.tiersRemoved': 'Rises of open interest at 10x to 100x, removed when passed',
  'forecaster.ladder': '10x to 100x at the price',
  'forecaster.volumeProfile': 'Volume of 30 days by price',

  'curve.title': 'Skill over time',
  'curve.about':
    'How many times likelier the map makes the dollars that were liquidated, over all days until each day, with a 90 % interval. At ×1 it is no better.',
  'curve.upper': 'upper end',
  'curve.lower': 'lower end',
  'curve.no-better': 'no better',
  'curve.against': 'against',
  'curve.plot': 'Skill against {baseline} by day; the figures are in the table below',
  'curve.all': 'Against every baseline, all days',
  'curve.one': 'Against {baseline}',
  'curve.baseline': 'baseline',
  'curve.ratio': 'ratio',
  'curve.interval': '90 % interval',
  'curve.by-day': 'By day, as a table',

  'dollars.title': 'Are the dollars right?',
  'dollars.none': 'No window with liquidations is over yet.',
  'dollars.coverage':
    '{share} of {windows} windows with liquidations came inside their 10 to 90 % interval; 80 % would be right.',
  'dollars.plot':
    'Realised against expected dollars by tenths of the windows; the figures are in the table below',
  'dollars.plot.realised': 'realised',
  'dollars.plot.expected': 'as expected',
  'dollars.table': 'Windows by expected dollars, a tenth a row; on average both columns should agree',
  'dollars.tenth': 'tenth',
  'dollars.expected': 'expected USD',
  'dollars.realised': 'realised USD',
  'dollars.windows': 'windows',

  'last.title': 'The last forecasts',
  'last.table': 'Table of forecasts',
  'last.about': 'Dollars of the venues that were listened to, from the price to where it went',
  'last.about.apart':
    'Dollars of the venues that were listened to, from the price to where it went; those that are counted apart are marked',
  'last.made': 'made (UTC)',
  'last.side': 'side',
  'last.went': 'price went',
  'last.interval': '10 to 90 %',
  'last.long': 'longs',
  'last.short': 'shorts',
  'last.long.apart': 'longs (apart)',
  'last.short.apart': 'shorts (apart)',

  'orders.title': 'Realised liquidations',
  'orders.about':
    'Forced orders of the last seven days that were heard, by the price at which the market was; orange: longs, blue: shorts.',
  'orders.largest': 'The {drawn} largest are drawn.',
  'orders.none': 'None were heard yet.',
  'orders.plot': 'Forced orders by time and price; the hours are in the table below',
  'orders.by-hour': 'By hour, as a table',
  'orders.table': 'Dollars heard by the hour, the latest first',
  'orders.hour': 'hour (UTC)',
  'orders.long': 'longs USD',
  'orders.short': 'shorts USD',
  'orders.prices': 'prices',

  'heard.title': 'Listening',
  'heard.about':
    'Forced orders are heard while an exchange page is open. What happened in a gap is unknown and is not counted.',
  'heard.always': 'Listen without an open exchange page too, to my positions and the watch list',
  'heard.days': 'The last seven days',
  'heard.venue': 'venue',
  'heard.share': 'listened',
  'heard.feed': 'feed',
  'heard.says': 'Says {source}',
  'heard.complete.fill': 'every order, at fills',
  'heard.complete.order': 'every order, at prices of orders',
  'heard.sampled.fill': 'sampled: a lower bound, at fills',
  'heard.sampled.order': 'sampled: a lower bound, at prices of orders',
  'heard.gaps': 'Gaps of a minute and longer',
  'heard.gaps.all': 'All',
  'heard.gaps.last': 'The last {shown} of {gaps}',
  'heard.from': 'from (UTC)',
  'heard.for': 'for',
  'heard.taken-back': '{span} (taken back)',

  'lie.title': 'A venue told what was not true?',
  'lie.about':
    'What contradicts the other venues is set aside by itself. Here the rest can be taken back, of every coin: the venue is asked for that time again, its liquidations stay stored and count no more, and forecasts that may have read it are kept and counted apart.',
  'lie.venue': 'Venue',
  'lie.wrong': 'told wrong',
  'lie.everything': 'everything',
  'lie.price': 'prices',
  'lie.open-interest': 'open interest',
  'lie.volume': 'volume',
  'lie.funding': 'funding',
  'lie.forced-orders': 'liquidations',
  'lie.from': 'from (UTC)',
  'lie.until': 'until (UTC)',
  'lie.take-back': 'Take back',

  'how.title': 'How to read this',
  'how.frozen':
    'Each hour the map is frozen before its outcome, and so is what others would have drawn. When an hour, four hours or a day are over, each is asked how likely it made the prices at which positions were force-closed, given how far the price went. A ratio of ×1.02 means 2 % likelier for each dollar.',
  'how.distance':
    'Distance alone is a ruler: so many dollars at such a distance, fitted to the other days of this record and drawn as suits what happened best. Maps of liquidations as they are usually drawn do worse than it.',
  'how.first-passage':
    'First passage counts orders while the price goes where it has not been since the forecast, by bars of five minutes; only positions that were open then can fire there. All orders counts positions opened later too. On recorded weeks that the map was not made on it was ×1.01 to ×1.03 by first passage, and ×0.95, behind distance, on all orders.',
  'how.interval':
    'The interval draws whole days, because orders of one day depend on each other. Under 7 days or 30 windows nothing is claimed. A difference of a third of a percent takes about 30 days to show.',
  'how.sampled':
    "{venues:venues} show at most one order a second: their dollars are corrected by how full the minute was and remain uncertain. Hyperliquid's are not heard.",
  'how.not-counted':
    'Not counted here: {shortReach} sides where the price moved less than 0.3 %, and {notListened} that were not listened to for nine tenths of the time.',
  'how.apart':
    "Counted apart: {apart} sides of forecasts that were made while a venue's price, open interest or volume was set aside because it contradicted the others, or after that had begun and before it was found, and those that were over before something of their own time was taken back. They stay as they were frozen, are marked in the list and in the export, score nothing, and the map does not learn from them.",
} as const satisfies Messages;
