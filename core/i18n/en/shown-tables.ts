import type { Messages } from '../message.ts';

/** Positions as exchange pages show them in their own tables. */
export const shownTables = {
  'tables.title': 'Positions from the page’s own table',
  'tables.about':
    'Off unless you switch it on for a site. While its page is open, the table of positions there is read: side, size, entry, margin, leverage and liquidation. It is never changed. What is read is shown beside your own positions as the page shows it and compared with our formula; it stays on this device, in memory alone, and is gone within two minutes of the page. Of a coin that you hold there, its name is part of the usual requests for market data. A table that is not understood to the last cell is not read at all.',
  'tables.site': 'Read it on {site}',

  'shown.list': 'Tables of open pages',
  'shown.count': {
    count: 'positions',
    one: '{venue:venue}: 1 position, as its page shows',
    other: '{venue:venue}: {positions:number} positions, as its page shows',
  },
  'shown.left-out': {
    count: 'rows',
    one: '1 inverse or dated contract is left out.',
    other: '{rows:number} inverse or dated contracts are left out.',
  },
  'shown.doubt.none':
    '{venue:venue}: no table of positions is in sight on its page. Open its Positions tab; where that changes nothing, its columns are not known here.',
  'shown.doubt.several': '{venue:venue}: its page shows more than one table of positions, so none is read.',
  'shown.doubt.columns':
    '{venue:venue}: not read. A column that is needed is missing from its table or there twice.',
  'shown.doubt.rows':
    '{venue:venue}: not read. Its table has too many rows, or they do not stand under its headers.',
  'shown.doubt.text': '{venue:venue}: not read. A cell of its table says something that is not known here.',
  'shown.doubt.numbers':
    '{venue:venue}: not read. It cannot be told for sure which mark in its numbers is the decimal one.',
  'shown.doubt.unit':
    '{venue:venue}: not read. It cannot be told for sure what a size counts; sizes in coins or in dollars can be read.',
  'shown.doubt.side': '{venue:venue}: not read. It cannot be told for sure which side a position is on.',
  'shown.doubt.contradiction': '{venue:venue}: not read. What its table shows cannot all be true.',
  'shown.doubt.unsteady':
    '{venue:venue}: not read. Its table shows something else each time it is looked at.',

  'shown.from': 'as the page shows',
  'shown.position': 'Position as a page shows it',
  'shown.read': 'As the page of {venue} showed {age} ago.',
  'shown.leverage': 'Leverage',
  'shown.times': '{leverage:number}×',
  'shown.unchanged': 'Shown, never changed: what you do on the page is here soon after. Nothing warns of it.',
  'shown.cross':
    'The page does not show the balance behind a cross position here, so the liquidation price is the page’s own, which our formula cannot check.',
  'shown.told': 'As the page shows',
  'shown.told.about': 'The liquidation price in the page’s own table of positions',
  'text.shown': 'As the page of {venue} shows {price} USD',
} as const satisfies Messages;
