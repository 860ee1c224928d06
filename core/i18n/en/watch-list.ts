import type { Messages } from '../message.ts';

/** The watch list, in popup and side panel. */
export const watchList = {
  'list.title': 'Watch list',
  'list.empty': 'No coin yet. Add one here, or from all markets in the side panel.',
  'list.order': 'Order',
  'list.order.near': 'Nearest band first',
  'list.order.own': 'As you list them',
  'list.order.day': 'Run of the day',
  'list.order.chance': 'Chance of a band in 24 h',
  'list.order.open-interest': 'Day’s change of open interest',
  'list.order.funding': 'Funding',
  'list.order.risk': 'Own liquidation nearest',
  'list.edit': 'Edit',
  'list.done': 'Done',
  'list.open': 'Open {asset} at {venue:venue}',
  'list.trade-at': 'A coin opens at',

  'list.long': 'longs at {range}, {distance}, {usd:usd} USD',
  'list.short': 'shorts at {range}, {distance}, {usd:usd} USD',
  'list.chance': 'chance in 24 h {chance}',
  'list.open-interest': 'OI {usd:usd} {change}',
  'list.funding': 'Funding {rate}',
  'list.funding.clock': 'Funding {rate} in {clock}',
  'list.own': 'own liquidation {distance}',
  'list.own.chance': 'own liquidation {distance}, {chance} in 24 h',
  'list.hot': 'within half a percent of a band',

  'list.map': 'Map',
  'list.map.about': 'Load the map of {asset} for now',
  'list.no-map': 'The first coins of the list have maps. Map loads one for now; Edit moves it up.',
  'list.loading': 'Map is loading',
  'list.unknown': 'No figures yet',
  'list.up': 'Move {asset} up',
  'list.remove': 'Remove {asset}',

  'watch.coin': 'Coin',
  'watch.add': 'Add',
  'watch.no-name': 'Enter the short name of a coin, letters and digits, such as SOL; a share as TSLA share.',
  'watch.twice': '{asset} is on the list already.',
  'watch.full': 'At most {most:number} coins are listed.',
} as const satisfies Messages;
