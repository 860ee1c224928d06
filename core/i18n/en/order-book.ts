import type { Messages } from '../message.ts';

/** Marks in the page's order book: in the few words that a narrow panel has room for, and in full. */
export const orderBook = {
  'book.marks': 'In the order book',
  'book.searching': 'None can be read.',
  'book.searching.about': 'No order book was found here whose prices can be read for sure.',
  'book.ready': 'Rows are marked.',
  'book.ready.about': 'Rows whose prices reach into a band have a bar in its colour.',
  'book.clear': 'No band this near.',
  'book.clear.about': 'No row reaches into a band; wider groups of prices show more.',
  'book.hidden': 'Covered or hidden.',
  'book.hidden.about': 'Something stands before the order book, or it is out of sight.',
  'book.off': 'Off on this site.',
  'book.off.about': 'Rows of the order book are not marked on this site.',
} as const satisfies Messages;
