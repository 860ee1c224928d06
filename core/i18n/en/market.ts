import type { Messages } from '../message.ts';

/** What the venues say of the market. */
export const market = {
  'open-interest': 'Open interest',
  'open-interest.under': '{usd:usd}, {share} under the peak of {peak:usd} on {at:date}',
  'open-interest.under.estimate':
    '{usd:usd}, about {share} under the peak of {peak:usd} on {at:date} (estimate)',
  'open-interest.top': '{usd:usd}, at its peak',
  'open-interest.about': 'One side, {usd:number} USD:',
  'open-interest.venue': '{venue:venue} {usd:usd} ({age} ago)',
  'open-interest.venue.held': '{venue:venue} {usd:usd} ({age} ago, held)',
  'open-interest.peak.between':
    'The peak lies between {low:usd} and {high:usd}: {told:venues} told that day, for {scaled:venues} their share of today stands.',
  'open-interest.peak.share':
    '{told:venues} alone told the day of the peak; for {scaled:venues} their share of today stands.',
  'open-interest.since': 'Known since {at:date}.',
  'open-interest.a-year': '1 y',
  'open-interest.year': 'Open interest since {at:date}, and the price as a thin line.',
  'open-interest.year.estimate':
    'Open interest since {at:date}, in part an estimate, and the price as a thin line.',
  'open-interest.day': '24 h',
  'open-interest.day.about': 'Open interest in coins against a day before, and hour by hour since.',
  book: 'Book within 1 %',
  'book.value': '{bids:usd} bids, {asks:usd} asks',
  'book.about': 'Orders that the books of the polled venues show within 1 % of the price, in USD.',
  funding: 'Funding 8 h',
  'funding.clock': '{rate}, next in {clock}',
  'funding.venue': '{rate}, every {hours:hours}',
  'funding.about': 'What longs pay to shorts in eight hours, weighted by open interest, {age} ago',
  accounts: 'Long : short',
  'accounts.about': 'Accounts that are long for one that is short, {age} ago. Counts accounts, not dollars.',
  takers: 'Takers, a day',
  'takers.about': 'Taker buys less taker sells as a share of volume, {age} ago',
} as const satisfies Messages;
