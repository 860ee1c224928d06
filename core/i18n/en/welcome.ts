import type { Messages } from '../message.ts';

/** The page that opens once, after the extension was installed. */
export const welcome = {
  'welcome.title': 'Welcome to Plimsoll',
  'welcome.about':
    'Plimsoll shows, beside the price you are looking at, where leverage would break. Six steps, two minutes; each can wait.',
  'welcome.skip': 'Skip all of this',
  'welcome.done': 'Done',

  'welcome.colours': 'What the colours mean',
  'welcome.colours.shorts': 'Above the price: shorts that would be closed by force if it rose there.',
  'welcome.colours.longs': 'Below the price: longs that would be closed by force if it fell there.',
  'welcome.colours.pale':
    'The paler end of a band: how unsure that is. All of it is an estimate, and says so.',
  'welcome.colours.level': 'Dashed: a price level that the market turned at before.',
  'welcome.colours.own': 'Yours alone: entry, stop, target and liquidation.',
  'welcome.colours.picture': 'Bands of shorts above the price and of longs below it',

  'welcome.pin': 'Keep the icon in sight',
  'welcome.pin.about': 'It shows how far the nearest large band is, and opens your positions and their risk.',
  'welcome.pin.chrome': 'Press the puzzle piece beside the address bar, then the pin beside Plimsoll.',
  'welcome.pin.firefox':
    'Press the puzzle piece beside the address bar, then the gear beside Plimsoll, then “Pin to Toolbar”.',

  'welcome.warn': 'Be warned outside the page too',
  'welcome.warn.about':
    'A warning says what happened, at which price, and what it means: your liquidation is near, a key level is touched, forced orders come in a burst. Nothing is watched while the browser is closed.',
  'welcome.warn.allowed': 'Notifications are allowed.',

  'welcome.account': 'Your positions, without typing',
  'welcome.account.about':
    'Paste the address of a Hyperliquid account to see its positions under the icon and in the side panel. Positions elsewhere are typed in there.',

  'welcome.open': 'Open a market',
  'welcome.open.about':
    'Bitcoin on an exchange of yours. The first map takes a minute to load; the small card on the page opens with one press. More sites are in the options.',
  'welcome.options': 'All options',
} as const satisfies Messages;
