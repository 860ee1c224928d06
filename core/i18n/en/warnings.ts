import type { Messages } from '../message.ts';

const touches = {
  count: 'touches',
  none: 'It was not touched before.',
  one: 'It was touched once before.',
  other: 'It was touched {touches:number} times before.',
} as const;

/** What each warning says, by the code that its rule gives it. */
export const warnings = {
  /** As an earlier version stored it. */
  'warning.told.title': '{title}',
  'warning.told.text': ['{text}'],
  /** Of a later version. */
  'warning.unknown.title': 'A warning',
  'warning.unknown.text': 'This version of Plimsoll does not know what it says.',

  'warning.own-liquidation.long.title': 'Your long: liquidation {distance:percent} away',
  'warning.own-liquidation.long.text': [
    'Price {price:price} is {distance:percent} from the liquidation of your long.',
    'The mark price of {venue:venue} {mark:price} is {distance:percent} from the liquidation of your long.',
    'Other venues contradict the mark price of {contradicted:venue}.',
    'It stands at {exact:price}.',
    'It stands at about {estimate:price} (estimate).',
    'Chance that it is reached within 24 hours: {chance:percent} (estimate).',
  ],
  'warning.own-liquidation.short.title': 'Your short: liquidation {distance:percent} away',
  'warning.own-liquidation.short.text': [
    'Price {price:price} is {distance:percent} from the liquidation of your short.',
    'The mark price of {venue:venue} {mark:price} is {distance:percent} from the liquidation of your short.',
    'Other venues contradict the mark price of {contradicted:venue}.',
    'It stands at {exact:price}.',
    'It stands at about {estimate:price} (estimate).',
    'Chance that it is reached within 24 hours: {chance:percent} (estimate).',
  ],
  'warning.own-liquidation.title': 'A position of yours is near its liquidation',
  'warning.own-liquidation.text': 'Its figures stand in Plimsoll’s side panel and popup.',

  'warning.bell.price.title': 'Your bell at {at:band}',
  'warning.bell.price.text': ['Price {price:price} reached {at:band}, where you hung a bell.'],
  'warning.bell.cluster.title': 'Your bell at the cluster {at:band}',
  'warning.bell.cluster.text': [
    'Price {price:price} reached {at:band}, where a cluster stood when you hung a bell on it.',
  ],
  'warning.bell.level.title': 'Your bell at the level {at:band}',
  'warning.bell.level.text': ['Price {price:price} reached the level {at:band}, on which you hung a bell.'],
  'warning.bell.between.title': 'Your bell at {at:band}',
  'warning.bell.between.text': [
    'The price was at {at:band} between {from:moment} and {until:moment}; it is {price:price} now.',
  ],
  'warning.bell.passed.title': 'Your bell at {at:band} was missed',
  'warning.bell.passed.text': [
    'The price was at {at:band} while it was not watched; it is {price:price} now.',
  ],
  'warning.bell.title': 'A bell of yours is reached',
  'warning.bell.text': 'Its price stands in Plimsoll’s side panel alone.',

  'warning.level.touch.support.title': 'Support {level:band} touched',
  'warning.level.touch.support.text': [
    'Price reached {price:price}, at the support {level:band}.',
    'Price reached {through:price}, through the support {level:band}.',
    touches,
    'Only a daily close below {edge:price} counts as a break.',
    'Its chance within 24 hours is {closeBeyond:percent} (estimate); it would release about {releasedUsd:usd} USD of forced selling.',
  ],
  'warning.level.touch.resistance.title': 'Resistance {level:band} touched',
  'warning.level.touch.resistance.text': [
    'Price reached {price:price}, at the resistance {level:band}.',
    'Price reached {through:price}, through the resistance {level:band}.',
    touches,
    'Only a daily close above {edge:price} counts as a break.',
    'Its chance within 24 hours is {closeBeyond:percent} (estimate); it would release about {releasedUsd:usd} USD of forced buying.',
  ],
  'warning.level.back.support.title': 'Back at {level:band}',
  'warning.level.back.support.text': [
    'Price reached {price:price}, at the support {level:band}.',
    touches,
    'A daily close went below it before; one back above {edge:price} would make that a failed break.',
  ],
  'warning.level.back.resistance.title': 'Back at {level:band}',
  'warning.level.back.resistance.text': [
    'Price reached {price:price}, at the resistance {level:band}.',
    touches,
    'A daily close went above it before; one back below {edge:price} would make that a failed break.',
  ],
  'warning.level.closed-beyond.support.title': '{level:band} closed below',
  'warning.level.closed-beyond.support.text': [
    'The day closed below {closedPast:price}; price now {price:price}.',
    'This support has given way; a daily close back above {edge:price} would make it a failed break.',
    touches,
    'The same close went through {others:bands}.',
  ],
  'warning.level.closed-beyond.resistance.title': '{level:band} closed above',
  'warning.level.closed-beyond.resistance.text': [
    'The day closed above {closedPast:price}; price now {price:price}.',
    'This resistance has given way; a daily close back below {edge:price} would make it a failed break.',
    touches,
    'The same close went through {others:bands}.',
  ],
  'warning.level.reclaimed.support.title': '{level:band} reclaimed',
  'warning.level.reclaimed.support.text': [
    'The day closed above {closedPast:price}; price now {price:price}.',
    'The break of this support has failed.',
    'The same close went through {others:bands}.',
  ],
  'warning.level.reclaimed.resistance.title': '{level:band} lost again',
  'warning.level.reclaimed.resistance.text': [
    'The day closed below {closedPast:price}; price now {price:price}.',
    'The break of this resistance has failed.',
    'The same close went through {others:bands}.',
  ],

  'warning.cluster.long.title': '{exposureUsd:usd} of longs near',
  'warning.cluster.long.text': [
    'Price {price:price} is close to {near:price}, where about {exposureUsd:usd} USD of longs ({share:percent} of that side, estimate) would be closed by force.',
    'A move below adds forced selling.',
  ],
  'warning.cluster.short.title': '{exposureUsd:usd} of shorts near',
  'warning.cluster.short.text': [
    'Price {price:price} is close to {near:price}, where about {exposureUsd:usd} USD of shorts ({share:percent} of that side, estimate) would be closed by force.',
    'A move above adds forced buying.',
  ],

  'warning.cascade.long.title': 'Cascade possible from {far:price}',
  'warning.cascade.long.text': [
    'Price {price:price}: if {far:price} is passed, forced selling of about {forcedUsd:usd} USD would most likely carry it on to {p50:price} ({p5:price} to {p95:price}, estimate).',
    'The move may go on without them.',
  ],
  'warning.cascade.short.title': 'Cascade possible from {far:price}',
  'warning.cascade.short.text': [
    'Price {price:price}: if {far:price} is passed, forced buying of about {forcedUsd:usd} USD would most likely carry it on to {p50:price} ({p5:price} to {p95:price}, estimate).',
    'The move may go on without them.',
  ],

  'warning.burst.long.title': 'Burst of long liquidations',
  'warning.burst.long.text': [
    '{usd:usd} USD of longs were closed by force within 15 minutes, {multiple:times} times a busy quarter hour; price {price:price}.',
    'Forced selling is moving the market now, and books are likely thin.',
  ],
  'warning.burst.short.title': 'Burst of short liquidations',
  'warning.burst.short.text': [
    '{usd:usd} USD of shorts were closed by force within 15 minutes, {multiple:times} times a busy quarter hour; price {price:price}.',
    'Forced buying is moving the market now, and books are likely thin.',
  ],

  'warning.open-interest.title': 'Open interest fell {drop:percent} in an hour',
  'warning.open-interest.text': [
    '{drop:percent} of open interest is gone within an hour while price went from {before:price} to {price:price}.',
    'That is about {lostUsd:usd} USD.',
    'Positions are being closed, by choice or by force; what is gone cannot be liquidated any more.',
  ],

  'warning.missed.title': 'Not watched until {until:moment}',
  'warning.missed.text': [
    'From {from:moment} to {until:moment} the price went from {before:price} to {price:price}, within {range:band}.',
    'It passed {levels:bands}.',
  ],

  'warning.event.title': '{title} ({country}) in {minutes:number} min',
  'warning.event.text': [
    {
      count: 'minutes',
      one: '{title} ({country}), an event of high impact, begins in a minute; price {price:price}.',
      other:
        '{title} ({country}), an event of high impact, begins in {minutes:number} minutes; price {price:price}.',
    },
    'Books tend to thin out around such times, and moves carry farther.',
  ],
} as const satisfies Messages;
