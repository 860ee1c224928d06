import type { Messages } from '../message.ts';

/** What surrounds the market. */
export const context = {
  'context.source': '{name}, {age} ago',
  'context.source.none': '{name}, no answer yet',
  'context.source.trouble': '{source}; {reason}',

  etf: 'ETF',
  'etf.day': 'ETF {at:day}',
  'etf.flow': '{flow}, 5 d {sum}',
  'etf.inflow': {
    count: 'streak',
    one: 'Net flow of the US spot bitcoin funds on {date}, {flow:number} USD, first day of inflow; five days {sum:number} USD',
    other:
      'Net flow of the US spot bitcoin funds on {date}, {flow:number} USD, {streak:number} days in a row of inflow; five days {sum:number} USD',
  },
  'etf.outflow': {
    count: 'streak',
    one: 'Net flow of the US spot bitcoin funds on {date}, {flow:number} USD, first day of outflow; five days {sum:number} USD',
    other:
      'Net flow of the US spot bitcoin funds on {date}, {flow:number} USD, {streak:number} days in a row of outflow; five days {sum:number} USD',
  },

  treasuries: 'Companies hold',
  'treasuries.value': '{coins:number} BTC',
  'treasuries.month': '{coins:number} BTC, {change} in 30 d',
  'treasuries.about': {
    count: 'companies',
    one: 'Bitcoin on the books of {companies:number} listed company that is known of; filings come late',
    other: 'Bitcoin on the books of {companies:number} listed companies that are known of; filings come late',
  },

  dvol: 'DVOL',
  'dvol.realised': '{dvol:number}, realised {realised:number}',
  'dvol.about': 'Implied and realised volatility, percent a year',
  realised: 'Realised volatility',
  'realised.about': 'From the bars of the venues, percent a year',

  events: 'Events',
  'event.in': 'in {countdown}',
  'event.about': 'High-impact event, {time}',

  'record-day': 'Record liquidations',
  'record-day.seen': '{usd:usd}, {day}',
  'record-day.reported': '{usd:usd}, {day} (reported)',
  'record-day.today': '{record}, today {usd:usd}',
  'record-day.by.us': '{usd:number} USD on {date}, seen here, a lower bound',
  'record-day.by.coinglass':
    '{usd:number} USD on {date}, reported by CoinGlass, repeated by the press, {on}; not measured here',
} as const satisfies Messages;
