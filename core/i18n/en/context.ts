import type { Messages } from '../message.ts';

/** What surrounds the market. */
export const context = {
  'record-day': 'Record liquidations',
  'record-day.seen': '{usd:usd}, {day}',
  'record-day.reported': '{usd:usd}, {day} (reported)',
  'record-day.today': '{record}, today {usd:usd}',
  'record-day.by.us': '{usd:number} USD on {date}, seen here, a lower bound',
  'record-day.by.coinglass':
    '{usd:number} USD on {date}, reported by CoinGlass, repeated by the press, {on}; not measured here',
} as const satisfies Messages;
