import type { Messages } from '../message.ts';

/** What the venues say of the market. */
export const market = {
  'open-interest': 'Open interest',
  'open-interest.under': '{usd:usd}, {share} under peak',
  'open-interest.about': 'One side, {usd:number} USD:',
  'open-interest.venue': '{venue:venue} {usd:usd} ({age} ago)',
  'open-interest.venue.held': '{venue:venue} {usd:usd} ({age} ago, held)',
  'open-interest.peak': 'Peak {usd:usd} on {at:day}.',
  funding: 'Funding 8 h',
  'funding.about': 'What longs pay to shorts in eight hours, weighted by open interest, {age} ago',
  accounts: 'Long : short',
  'accounts.about': 'Accounts that are long for one that is short, {age} ago. Counts accounts, not dollars.',
  takers: 'Takers, a day',
  'takers.about': 'Taker buys less taker sells as a share of volume, {age} ago',
} as const satisfies Messages;
