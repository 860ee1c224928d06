import { expect, test } from 'vitest';
import { splitCoinName } from '../../../core/market/coin-name.ts';

test.each([
  ['BTC', 'BTC', 1],
  ['XBT', 'BTC', 1],
  ['1000PEPE', 'PEPE', 1000],
  ['1000000MOG', 'MOG', 1e6],
  ['10000LADYS', 'LADYS', 1e4],
  ['SHIB1000', 'SHIB', 1000],
  ['1MBABYDOGE', 'BABYDOGE', 1e6],
  ['kPEPE', 'PEPE', 1000],
])('%s stands for %s, %d of them', (name, base, multiplier) => {
  expect(splitCoinName(name)).toEqual({ base, multiplier });
});

test.each(['1INCH', '0G', 'SPX6900', 'KAS', 'MBL', '4', '1000', 'USD1'])(
  '%s is a coin of its own',
  (name) => {
    expect(splitCoinName(name)).toEqual({ base: name, multiplier: 1 });
  },
);
