import { describe, expect, test } from 'vitest';

import type { PageMarket } from '../../../core/market/page-market.ts';
import { readChartSymbol, sameDollarMarket, sameMarket } from '../../../core/sites/chart-symbol.ts';

const buildMarket = (overrides: Partial<PageMarket> = {}): PageMarket => ({
  venue: 'binance',
  instrument: 'BTCUSDT',
  base: 'BTC',
  multiplier: 1,
  quote: 'USDT',
  kind: 'perpetual',
  ...overrides,
});

describe('a symbol is read in every spelling', () => {
  test.each([
    ['BTCUSDT@PRICETYPE=LAST', 'BTC', 1, 'USDT', null, false],
    ['BINANCE:BTCUSDT.P', 'BTC', 1, 'USDT', null, true],
    ['XBTUSDTM', 'BTC', 1, 'USDT', null, true],
    ['BTC-USDT-SWAP', 'BTC', 1, 'USDT', null, true],
    ['BTC-USD_UM-SWAP', 'BTC', 1, 'USD', null, true],
    ['BTCUSD_PERP', 'BTC', 1, 'USD', null, true],
    ['SOL_USDC-PERPETUAL', 'SOL', 1, 'USDC', null, true],
    ['PF_XBTUSD', 'BTC', 1, 'USD', null, true],
    ['BTCPERP', 'BTC', 1, null, null, true],
    ['1000PEPEUSDT', 'PEPE', 1000, 'USDT', null, false],
    ['kPEPE', 'PEPE', 1000, null, null, false],
    ['kPEPE-USD', 'PEPE', 1000, 'USD', null, false],
    ['kas-usdt-swap', 'KAS', 1, 'USDT', null, true],
    ['ATOM', 'ATOM', 1, null, null, false],
    ['BTCUSDT_260327', 'BTC', 1, 'USDT', '260327', false],
    ['BTC_USDT_20260327', 'BTC', 1, 'USDT', '260327', false],
    ['BTC-5JUN26', 'BTC', 1, null, '260605', false],
    ['BTCUSDH26', 'BTC', 1, 'USD', '2603', false],
    ['BTCUSDTH2026', 'BTC', 1, 'USDT', '2603', false],
    ['XBTZ26', 'BTC', 1, null, '2612', false],
    ['XBTMZ26', 'BTC', 1, null, '2612', false],
    ['BTC-USD_UM_XPERP-310404', 'BTC', 1, 'USD', null, true],
    ['btc-usd_um_xperp-310404', 'BTC', 1, 'USD', null, true],
    ['币安人生USDT@PRICETYPE=LAST', '币安人生', 1, 'USDT', null, false],
    ['BINANCE:币安人生USDT.P', '币安人生', 1, 'USDT', null, true],
    ['龙虾_USDT', '龙虾', 1, 'USDT', null, false],
    ['%E9%BE%99%E8%99%BE_USDT', '龙虾', 1, 'USDT', null, false],
    ['1000龙虾USDT', '龙虾', 1000, 'USDT', null, false],
    ['COINM26', 'COINM26', 1, null, null, false],
  ])('%s', (text, base, multiplier, quote, expiry, perpetual) => {
    expect(readChartSymbol(text, '')).toEqual({ base, multiplier, quote, expiry, perpetual });
  });

  test.each(['', ' ', '@107', 'BTC/USDT/ETH', 'UNKNOWN-…', '.BXBT', 'PERP'])('%j names no coin', (text) => {
    expect(readChartSymbol(text, '')).toBeNull();
  });
});

describe('a chart shows the market or another one', () => {
  test('a thousand coins and one coin are two scales', () => {
    const market = buildMarket({ base: 'PEPE', multiplier: 1000, instrument: '1000PEPEUSDT' });

    expect(sameMarket(market, '1000PEPEUSDT')).toBe(true);
    expect(sameMarket(market, 'PEPEUSDT')).toBe(false);
  });

  test('a marked perpetual is not the spot market of the page', () => {
    expect(sameMarket(buildMarket({ kind: 'spot' }), 'BTCUSDT.P')).toBe(false);
  });

  test('a future needs its own expiry, as far as the symbol tells it', () => {
    const market = buildMarket({ kind: 'future', instrument: 'BTCUSDT_260327' });

    expect(sameMarket(market, 'BTCUSDTH26')).toBe(true);
    expect(sameMarket(market, 'BTCUSDT_260327@PRICETYPE=MARK')).toBe(true);
    expect(sameMarket(market, 'BTCUSDT_260626')).toBe(false);
    expect(sameMarket(market, 'BTCUSDT')).toBe(false);
  });

  test('one dollar stands for another only where the site mixes them', () => {
    expect(sameMarket(buildMarket(), 'BTC-USD')).toBe(false);
    expect(sameDollarMarket(buildMarket(), 'BTC-USD')).toBe(true);
    expect(sameDollarMarket(buildMarket(), 'BTC-EUR')).toBe(false);
  });

  test('nothing is drawn on an axis that is not in dollars', () => {
    const market = buildMarket({ venue: 'bitmex', instrument: 'XBTEUR', quote: 'EUR' });

    expect(sameMarket(market, 'XBTEUR')).toBe(false);
    expect(sameDollarMarket(market, 'XBTEUR')).toBe(false);
  });

  test('a perpetual with a date years ahead is found under its own name, in any case or escaped', () => {
    const market = buildMarket({ venue: 'okx', instrument: 'BTC-USD_UM_XPERP-310404', quote: 'USD' });

    expect(sameMarket(market, 'btc-usd_um_xperp-310404')).toBe(true);
    expect(sameMarket(market, 'BTC-USD_UM-260327')).toBe(false);
  });

  test('a name that is not ASCII is the same with escapes and without', () => {
    const market = buildMarket({ venue: 'gate', instrument: '龙虾_USDT', base: '龙虾' });

    expect(['龙虾_USDT', '%E9%BE%99%E8%99%BE_USDT'].every((symbol) => sameMarket(market, symbol))).toBe(true);
    expect(sameMarket(market, '币安人生_USDT')).toBe(false);
  });

  test("the venue's own name is the market, whatever it looks like", () => {
    const market = buildMarket({ base: 'FIL', instrument: 'FILECOIN_USDT' });

    expect(sameMarket(market, 'FILECOIN_USDT')).toBe(true);
  });
});
