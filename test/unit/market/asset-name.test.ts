import { describe, expect, test } from 'vitest';

import { readAssetName } from '../../../core/market/asset-name.ts';

test.each([
  ['BTC', 'BTC', 1],
  ['XBT', 'BTC', 1],
  ['1000PEPE', 'PEPE', 1000],
  ['1000000MOG', 'MOG', 1e6],
  ['10000LADYS', 'LADYS', 1e4],
  ['SHIB1000', 'SHIB', 1000],
  ['1MBABYDOGE', 'BABYDOGE', 1e6],
  ['kPEPE', 'PEPE', 1000],
  ['KPEPE', 'PEPE', 1000],
  ['PUMPFUN', 'PUMP', 1],
  ['1000NEIROCTO', 'NEIRO', 1000],
  ['kNEIRO', 'NEIRO', 1000],
  ['1000龙虾', '龙虾', 1000],
])('%s stands for %s, %d of them', (name, base, multiplier) => {
  expect(readAssetName(name, 'bybit')).toEqual({ base, multiplier });
});

test.each([
  '1INCH',
  '0G',
  'SPX6900',
  'SPX',
  'KAS',
  'KAITO',
  'KAVA',
  'KNC',
  'MBL',
  '4',
  '1000',
  'USD1',
  'STOCK',
])('%s is a name of its own', (name) => {
  expect(readAssetName(name, 'hyperliquid')).toEqual({ base: name, multiplier: 1 });
});

describe('names of a venue’s own', () => {
  test.each([
    ['mexc', 'FILECOIN', { base: 'FIL', multiplier: 1 }],
    ['mexc', 'LUNANEW', { base: 'LUNA', multiplier: 1 }],
    ['mexc', 'TRUMPOFFICIAL', { base: 'TRUMP', multiplier: 1 }],
    ['mexc', 'CATSTOCK', { base: 'CAT', assetClass: 'equity', multiplier: 1 }],
    ['bybit', 'BBX', { base: 'BB', assetClass: 'equity', multiplier: 1 }],
    ['bybit', 'NEIRO', { base: 'NEIROETH', multiplier: 1 }],
    ['binance', 'NEIRO', { base: 'NEIRO', multiplier: 1 }],
    ['binance', '1000000BOB', { base: 'BOBBNB', multiplier: 1e6 }],
    ['okx', 'OPENAI', { base: 'OPENAI', multiplier: 0.1 }],
    ['gate', 'OPENAI', { base: 'OPENAI', multiplier: 1 }],
    ['kraken', 'XDG', { base: 'DOGE', multiplier: 1 }],
  ])('%s calls it %s', (venue, name, meaning) => {
    expect(readAssetName(name, venue)).toEqual(meaning);
  });
});

describe('what a venue says decides whether it is a coin', () => {
  test.each([
    ['CAT', 'equity', { base: 'CAT', assetClass: 'equity' }],
    ['CAT', 'crypto', { base: 'CAT' }],
    ['CATSTOCK', 'crypto', { base: 'CAT', assetClass: 'equity' }],
    ['SP500', 'equity', { base: 'US500' }],
    ['SPX500', 'index', { base: 'US500' }],
    ['US500', 'not-a-coin', { base: 'US500' }],
    ['SPX', 'crypto', { base: 'SPX' }],
    ['GOLD', 'commodity', { base: 'XAU' }],
    ['GOLD', 'crypto', { base: 'GOLD' }],
    ['PAXG', 'commodity', { base: 'PAXG' }],
    ['EURUSD', 'not-a-coin', { base: 'EURUSD' }],
    ['KUAISHOU', 'not-a-coin', { base: 'KUAISHOU', assetClass: 'equity' }],
    ['BTC', 'not-a-coin', { base: 'BTC' }],
    ['TSLA', 'crypto', { base: 'TSLA', assetClass: 'crypto' }],
  ] as const)('%s, said to be %s', (name, declared, asset) => {
    expect(readAssetName(name, 'bitget', declared)).toEqual({ ...asset, multiplier: 1 });
  });
});
