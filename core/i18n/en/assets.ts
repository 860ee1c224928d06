import type { Messages } from '../message.ts';

/** What a contract that is no ordinary coin is written on. */
export const assets = {
  'asset.pre-market.crypto':
    'Pre-market on {venues:venues}: {base} is a coin that is not traded elsewhere yet, and its price follows these contracts alone.',
  'asset.pre-market.equity':
    'Pre-market on {venues:venues}: {base} is a share that is not traded elsewhere yet, and its price follows these contracts alone.',
  'asset.pre-market.commodity':
    'Pre-market on {venues:venues}: {base} is a commodity that is not traded elsewhere yet, and its price follows these contracts alone.',
  'asset.pre-market.index':
    'Pre-market on {venues:venues}: {base} is an index that is not traded elsewhere yet, and its price follows these contracts alone.',
  'asset.pre-market.currency':
    'Pre-market on {venues:venues}: {base} is a currency that is not traded elsewhere yet, and its price follows these contracts alone.',
  'asset.equity': '{base} is a share here, not a coin.',
  'asset.commodity': '{base} is a commodity here, not a coin.',
  'asset.index': '{base} is an index here, not a coin.',
  'asset.currency': '{base} is a currency here, not a coin.',
  'asset.closed': 'Its exchange is closed and opens in {wait}: order books and volume are thin until then.',
} as const satisfies Messages;
