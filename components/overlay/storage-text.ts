import type { StorageTrouble } from '../../core/market/market-report.ts';

/** What is wrong with what the browser keeps, in one sentence each. */
export const STORAGE_SENTENCES: Readonly<Record<StorageTrouble, string>> = {
  'room-made':
    'The disk is full: history of a coin that you do not watch was dropped, and is loaded again when you look at it.',
  full: 'The disk is full and nothing new can be kept, the track record included. Free space on it, or take coins off your watch list.',
  refused:
    'The browser refuses to keep new figures: what is shown is what was stored before. Plimsoll tries again by itself.',
  'not-kept':
    'The browser does not open Plimsoll’s database, as in some private windows: all is in memory, and history and the track record end with the browser. Plimsoll tries again by itself.',
  'rows-lost': 'Some of the stored history could not be read: it is loaded again.',
};
