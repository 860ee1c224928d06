import type { Messages } from '../message.ts';

/** The options page, and files of options. */
export const options = {
  'options.title': 'Plimsoll options',
  'options.allow': 'Allow',
  'options.stop': 'Stop',
  'options.allowed': 'allowed',
  'options.limits': 'From {low} to {high} {unit}.',

  'options.venues': 'Venues',
  'options.venues.about': 'Public data of these venues is added up. None is needed for the map of another.',
  'options.allow-access': 'Allow access',
  'options.allow-access.venue': 'Allow access to {venue:venue}',
  'options.tiers': 'Exact maintenance tiers of Binance',
  'options.tiers.about': '(one public table of www.binance.com, once a day)',

  'options.waiting': 'Stops and take-profits of public accounts at Hyperliquid',
  'options.waiting.about':
    'Orders that wait, of accounts near their liquidation that were seen trading: shown beside the map, in none of its figures. No question more is sent; each takes the place of one for that account’s position, which is then read up to half as often.',

  'hosts.refused': 'If {venue:venue} refuses your region',
  'hosts.about':
    '{venue:venue} has hosts for other countries. They may list fewer markets. The one you choose is asked in place of the main one, with the same few requests.',
  'hosts.used': '{venue:venue} is asked at {host} ({region})',
  'hosts.use': 'Use',
  'hosts.use.host': 'Use {host}',
  'hosts.use-main': 'Use the main host',
  'hosts.use-main.venue': 'Use the main host of {venue:venue}',

  'listening.title': 'Listening to forced orders',
  'listening.about': 'Forced orders can be heard as they happen.',
  'listening.page': 'The venue of the page that is open',
  'listening.venue': '{venue:venue}, whatever page is open',
  'listening.by-request': '(asked every five minutes, without cookies)',
  'listening.not-elsewhere': '(not listened to on other pages)',
  'listening.before': 'Until now Plimsoll listened to all venues without asking.',
  'listening.question': 'Listen to {names:venues} too when none of their pages is open?',
  'listening.without': {
    count: 'venues',
    one: 'Without it {names:venues} is heard on its own pages alone, and the map learns from the others.',
    other:
      'Without it {names:venues} are heard on their own pages alone, and the map learns from the others.',
  },
  'listening.all': 'Listen to all of them',
  'listening.own': 'Only the page’s own',

  'sites.title': 'Sites',
  'sites.about':
    'The panel appears on a site only after you allow it, also in tabs that are open already. Where a venue is not among those above, the figures are of the same coin on the venues above.',
  'sites.regional': '{site}’s pages for other countries',
  'sites.at-install': 'allowed at install',
  'sites.allow': 'Allow the panel on {site}',
  'sites.stop': 'Stop the panel on {site}',

  'watch.title': 'Watched coins',
  'watch.about':
    'The first of them have maps that are kept up to date, twelve with the coins that you hold; the others have figures alone. An open trading page is always watched.',
  'watch.remove': 'Remove',
  'watch.remove.asset': 'Remove {asset}',

  'alerts.title': 'Warnings',
  'alerts.about':
    'A warning says what happened, at which price, and what it means. It stands in the panel and on the toolbar icon; as a notification of the system only if you allow it. One cause is told once.',
  'alerts.notifications': 'Notifications of the system',
  'alerts.notifications.allow': 'Allow notifications',
  'alerts.notifications.stop': 'Stop notifications',
  'alerts.most': 'Most warnings a day',
  'alerts.most.about': 'Most warnings a day, those about your own positions not counted',
  'alerts.most.unit': 'a day',
  'alerts.quiet': 'Quiet hours: no notifications, except about your own liquidation',
  'alerts.quiet.fromMinute': 'from',
  'alerts.quiet.untilMinute': 'until',
  'alerts.rest': 'Let notifications rest',
  'alerts.rest.hours': '{hours:number} h',
  'alerts.rests': 'Notifications rest until {until:moment}',
  'alerts.rest.end': 'End the rest',

  'context.title': 'Context',
  'context.about':
    'Optional. A source is asked only after you allow it, and only for public figures; one that fails costs its own line in the panel.',
  'context.allow': 'Allow {source}',
  'context.stop': 'Stop {source}',
  'context.coinmarketcap': 'Net flow of the US spot bitcoin funds a day, eight requests a day',
  'context.bitbo': 'The same flows, asked when the first source fails',
  'context.faireconomy': 'This week’s economic events and their impact, eight requests a day',
  'context.coingecko': 'Bitcoin that listed companies hold, two requests a day',
  'context.hyperliquid-leaderboard':
    'Addresses of the largest accounts, whose public positions then stand in the map; about 32 MB once a day',
  'context.binance-archive':
    'Its open interest of the last three years, one file of 12 kB a day that is known, read once; without it the share of today stands for it',
  'context.deribit-btc': 'Implied volatility of bitcoin and ether, every half hour',

  'looks.title': 'Looks',
  'looks.palette': 'Colours of longs and shorts',
  'looks.palette.orange-blue': 'Orange and blue',
  'looks.palette.green-red': 'Red and green',
  'looks.theme': 'Theme',
  'looks.theme.page': 'As the page',
  'looks.theme.dark': 'Dark',
  'looks.theme.light': 'Light',
  'looks.own-lines': 'My positions on the chart',
  'looks.own-lines.about':
    'Entry, stop, targets and liquidation of a position stand on the chart of its own venue’s page, and on no other. They are painted, so that the page cannot read them.',
  'looks.marks': 'Marks in the order book',
  'looks.marks.about':
    'Rows of the page’s own order book that lie in a band get a small bar, for which its prices are read ({sites}).',

  'privacy.title': 'Privacy',
  'privacy.about':
    "Plimsoll collects nothing. It asks the venues above, and the sources of context that you allow, for public market data, and sends them no more than the name of a market and a time span, without cookies; what the connections carry over which forced orders are heard is said above. An address that you paste goes to Hyperliquid alone, and warnings go to a messenger of your own if you give one, with your figures only if you tick that. Positions, options and the panel's place are kept on this device only; what a page's own table shows, where you want it read, in memory alone.",

  'options.export': 'Export options',
  'options.import': 'Import options',
  'options.reset.ask': 'Reset options',
  'options.reset.yes': 'Yes, reset',
  'options.reset.keep': 'Keep',
  'options.taken': 'Options of {file} are in force.',
  'options.reset': 'Options are as they were at first.',
  'options.wrong-field': '{file}, line {line:number}: {path} is not what it has to be. Nothing was changed.',
  'options.no-options': '{file}, line {line:number}: these are no options. Nothing was changed.',
} as const satisfies Messages;
