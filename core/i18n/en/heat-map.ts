import type { Messages } from '../message.ts';

/** The map in price and time, and how it is looked at. */
export const heatMap = {
  'heat.period': 'How far back',
  'heat.period.day': 'Day',
  'heat.period.week': 'Week',
  'heat.period.month': 'Month',
  'heat.bright': 'What is bright',
  'heat.bright.dollars': 'Dollars',
  'heat.bright.outstanding': 'What stands out',
  'heat.scale': 'Colours of the cells',
  'heat.scale.sides': 'By side',
  'heat.scale.viridis': 'One scale',
  'heat.tiers': 'Distance from the price, which stands for leverage',
  'heat.tier.near': '< 2 %',
  'heat.tier.middle': '2–5 %',
  'heat.tier.far': '5–10 %',
  'heat.tier.beyond': '> 10 %',
  'heat.venue': 'Venue',
  'heat.venue.all': 'All venues',
  'heat.filters': 'Filters',
  'heat.filters.on': 'Filters: not everything is drawn',
  'heat.threshold': 'Cells shown',
  'heat.threshold.low': 'Least rank that is drawn',
  'heat.threshold.high': 'Highest rank that is drawn',
  'heat.threshold.from': 'From {low:usd} USD a cell. Totals stay whole.',
  'heat.threshold.between': 'From {low:usd} to {high:usd} USD a cell. Totals stay whole.',
  'heat.threshold.outstanding': 'By how far they stand out. Totals stay whole.',
  'heat.threshold.nothing': 'Nothing in view.',

  'heat.label': 'Liquidation heat map by price and time, estimate',
  'heat.keys':
    'Arrow keys move it, with Shift they point at a cell, plus and minus zoom, Home shows all of it again.',
  'heat.loading': 'Loading the map’s past.',
  'heat.failed': 'The map’s past could not be read. It is asked for again.',
  'heat.none': 'Of the past nothing is kept yet.',
  'heat.moment': 'As it stood on {atMs:moment}',
  'heat.moment.now': 'Back to now',
  'heat.moment.kept': 'What is greyed is of now: its past is not kept.',
  'heat.levels.known': 'Levels as the daily close before had left them.',
  'heat.levels.asked': 'The levels of then are being found.',
  'heat.levels.none': 'Of the levels of then nothing is kept.',
  'heat.levels.failed': 'The levels of then could not be read.',
  'heat.back': 'Back in time',
  'heat.now': 'Now',
  'heat.cell': '{low} to {high}, {atMs:moment}: {usd:usd} USD, {away}',
  'heat.total.long': 'to {far}: {usd:usd} USD of longs',
  'heat.total.short': 'to {far}: {usd:usd} USD of shorts',
  'heat.unknown': '{price}, {atMs:moment}: nothing is known.',

  'heat.dots.all': 'Dots: forced orders that were heard.',
  'heat.dots.least': 'Dots: forced orders, at least these.',

  'heat.others': 'As others draw it',
  'heat.others.label': 'Leverage ladder by price and time as others draw it, estimate',
  'heat.others.about':
    'The usual leverage ladder on the same bars: the turnover of each at 10x, 25x, 50x and 100x on either side, fading, and cleared where the price passes. An estimate, as ours is.',
  'heat.others.usd':
    'Between the prices shown the ladder holds {theirs:usd} USD, our map {ours:usd} USD. The ladder adds turnover up; ours holds no more than open interest on either side.',
  'heat.others.score':
    'On recorded forced orders of BTC on Binance, 27 January to 9 February 2026, one hour ahead and against distance alone: such a ladder ×{ladder:factor}, our expected-forced map ×{map:factor}. Our constants were found on these days. Source: README, “How good is it?”.',

  'heat.table': 'The strongest cells of the heat map, {atMs:moment}; all dollars are estimates',
  'heat.table.usd': 'USD in the cell',
} as const satisfies Messages;
