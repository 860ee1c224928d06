import { describe, expect, test } from 'vitest';

import { parsePage, SITE_MATCHES } from '../../../core/sites/registry.ts';

const read = (url: string, title = '') => {
  const market = parsePage(new URL(url), title);
  return (
    market && [market.venue, market.instrument, market.base, market.multiplier, market.quote, market.kind]
  );
};

describe('a market is read from the address', () => {
  test.each([
    ['https://www.binance.com/futures/BTCUSDT', ['binance', 'BTCUSDT', 'BTC', 1, 'USDT', 'perpetual']],
    [
      'https://www.binance.com/zh-CN/futures/HYPEUSDT/',
      ['binance', 'HYPEUSDT', 'HYPE', 1, 'USDT', 'perpetual'],
    ],
    [
      'https://www.binance.com/en/futures/1000PEPEUSDT',
      ['binance', '1000PEPEUSDT', 'PEPE', 1000, 'USDT', 'perpetual'],
    ],
    [
      'https://www.binance.com/en/futures/1INCHUSDT',
      ['binance', '1INCHUSDT', '1INCH', 1, 'USDT', 'perpetual'],
    ],
    ['https://www.binance.com/en/futures/ETHUSDC', ['binance', 'ETHUSDC', 'ETH', 1, 'USDC', 'perpetual']],
    [
      'https://www.binance.com/en/futures/BTCUSDT_260327',
      ['binance', 'BTCUSDT_260327', 'BTC', 1, 'USDT', 'future'],
    ],
    [
      'https://www.binance.com/en/delivery/BTCUSD_PERP',
      ['binance', 'BTCUSD_PERP', 'BTC', 1, 'USD', 'perpetual'],
    ],
    ['https://www.binance.com/en/trade/BTC_USDT?type=spot', ['binance', 'BTCUSDT', 'BTC', 1, 'USDT', 'spot']],
    ['https://www.bybit.com/trade/usdt/BTCUSDT', ['bybit', 'BTCUSDT', 'BTC', 1, 'USDT', 'perpetual']],
    [
      'https://www.bybit.com/en/trade/usdt/1000BONKUSDT',
      ['bybit', '1000BONKUSDT', 'BONK', 1000, 'USDT', 'perpetual'],
    ],
    [
      'https://www.bybit.com/en/trade/usdt/SHIB1000USDT',
      ['bybit', 'SHIB1000USDT', 'SHIB', 1000, 'USDT', 'perpetual'],
    ],
    ['https://www.bybit.com/zh-MY/trade/usdc/BTC-PERP', ['bybit', 'BTCPERP', 'BTC', 1, 'USDC', 'perpetual']],
    [
      'https://www.bybit.com/trade/futures/linear/ETHUSDT',
      ['bybit', 'ETHUSDT', 'ETH', 1, 'USDT', 'perpetual'],
    ],
    [
      'https://www.bybit.com/trade/usdt/BTCUSDT-27MAR26',
      ['bybit', 'BTCUSDT-27MAR26', 'BTC', 1, 'USDT', 'future'],
    ],
    ['https://www.bybit.com/trade/inverse/BTCUSD', ['bybit', 'BTCUSD', 'BTC', 1, 'USD', 'perpetual']],
    ['https://www.bybit.com/trade/inverse/BTCUSDH26', ['bybit', 'BTCUSDH26', 'BTC', 1, 'USD', 'future']],
    ['https://www.bybit.com/en/trade/spot/SOL/USDT', ['bybit', 'SOLUSDT', 'SOL', 1, 'USDT', 'spot']],
    ['https://www.okx.com/trade-swap/btc-usdt-swap', ['okx', 'BTC-USDT-SWAP', 'BTC', 1, 'USDT', 'perpetual']],
    [
      'https://www.okx.com/zh-hans/trade-swap/eth-usd-swap',
      ['okx', 'ETH-USD-SWAP', 'ETH', 1, 'USD', 'perpetual'],
    ],
    [
      'https://www.okx.com/trade-futures/btc-usdt-260327',
      ['okx', 'BTC-USDT-260327', 'BTC', 1, 'USDT', 'future'],
    ],
    ['https://www.okx.com/en/trade-spot/sol-usdt', ['okx', 'SOL-USDT', 'SOL', 1, 'USDT', 'spot']],
    ['https://app.hyperliquid.xyz/trade/ETH', ['hyperliquid', 'ETH', 'ETH', 1, 'USDC', 'perpetual']],
    ['https://app.hyperliquid.xyz/trade/kPEPE', ['hyperliquid', 'kPEPE', 'PEPE', 1000, 'USDC', 'perpetual']],
    [
      'https://app.hyperliquid.xyz/trade/xyz:NVDA',
      ['hyperliquid', 'xyz:NVDA', 'NVDA', 1, 'USDC', 'perpetual'],
    ],
  ])('%s', (url, expected) => {
    const market = read(url);

    expect(market).toEqual(expected);
  });
});

describe('a page without a market is null', () => {
  test.each([
    'https://www.binance.com/en/futures/markets',
    'https://www.binance.com/en/futures/funding-history/perpetual/funding-fee-history',
    'https://www.binance.com/en/my/wallet/futures/balance',
    'https://www.binance.com/en',
    'https://www.bybit.com/en/trade/usdt/',
    'https://www.okx.com/markets/prices',
    'https://www.okx.com/trade-swap/btc-usdt',
    'https://app.hyperliquid.xyz/portfolio',
    'https://app.hyperliquid.xyz/trade',
    'https://app.hyperliquid.xyz/trade/@107',
    'https://app.hyperliquid.xyz/trade/%E0%A4%A',
    'https://evil.example/futures/BTCUSDT',
    'http://www.binance.com/en/futures/BTCUSDT',
  ])('%s', (url) => {
    const market = read(url);

    expect(market).toBeNull();
  });
});

describe('on Hyperliquid the title is authoritative', () => {
  test('it wins over an address that was left behind', () => {
    const market = read('https://app.hyperliquid.xyz/trade/BTC', '73.483 | SOL | Hyperliquid');

    expect(market?.[1]).toBe('SOL');
  });

  test('it names the market of the bare address', () => {
    const market = read('https://app.hyperliquid.xyz/trade', '90,912 | BTC | Hyperliquid');

    expect(market?.[1]).toBe('BTC');
  });

  test('a pair in the title is a spot market', () => {
    const market = read('https://app.hyperliquid.xyz/trade/HYPE', '38.2 | HYPE/USDC | Hyperliquid');

    expect(market).toEqual(['hyperliquid', 'HYPE/USDC', 'HYPE', 1, 'USDC', 'spot']);
  });

  test('text that only resembles a title is not believed', () => {
    const market = read('https://app.hyperliquid.xyz/trade/BTC', 'Win SOL | SOL | Hyperliquid airdrop');

    expect(market?.[1]).toBe('BTC');
  });
});

test('match patterns name origins and no paths', () => {
  expect(SITE_MATCHES).toEqual([
    'https://www.binance.com/*',
    'https://www.bybit.com/*',
    'https://www.okx.com/*',
    'https://app.hyperliquid.xyz/*',
  ]);
});
