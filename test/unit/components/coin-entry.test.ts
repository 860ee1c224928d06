import { describe, expect, test } from 'vitest';

import { coinProblem } from '../../../components/popup/coin-entry.ts';

describe('a coin that is typed', () => {
  test.each([
    'BTC',
    'btc',
    ' eth ',
    '1INCH',
    'WBTC',
    'FDUSD',
    'PYUSD',
    'PERP',
    'KAS',
    '100X',
    '龙虾',
    'CAT share',
  ])('by its name is taken: %s', (text) => {
    expect(coinProblem(text, 'binance')).toBeNull();
  });

  test.each([
    ['BTCUSDT', 'BTC'],
    ['btcusdt', 'BTC'],
    ['BTC-USDT-SWAP', 'BTC'],
    ['BTC/USDT', 'BTC'],
    ['BTCUSD_PERP', 'BTC'],
    ['XBTUSD', 'BTC'],
    ['XBT', 'BTC'],
    ['BTCUSDT.P', 'BTC'],
    ['BTC_USDT_20260327', 'BTC'],
  ])('as a symbol is no coin, and the coin is offered: %s', (text, meant) => {
    expect(coinProblem(text, 'binance')).toEqual({ error: `There is no coin ${text.toUpperCase()}.`, meant });
  });

  test('as a thousand of them is told what price and size count', () => {
    expect(coinProblem('1000PEPE', 'binance')).toEqual({
      error: '1000PEPE counts PEPE by 1000; price and size are those of one.',
      meant: 'PEPE',
    });
  });

  test.each(['$BTC', 'two words', '!'])('as no name at all: %s', (text) => {
    expect(coinProblem(text, 'binance')).toEqual({ error: 'The coin alone, such as BTC.', meant: null });
  });
});
