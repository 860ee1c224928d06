import { describe, expect, test } from 'vitest';

import { MOST_SHOWN } from '../../../core/market/shown-position.ts';
import type { ShownTable } from '../../../core/sites/position-table/read-table.ts';
import { ON_BINANCE, ON_HYPERLIQUID, onlyPosition, readOn, withCell, withHeader } from './shown-tables.ts';

const BITCOIN = {
  side: 'long',
  sizeBase: 0.5,
  entryPrice: 90_000,
  markPrice: 91_000,
  liquidationPrice: 81_404.5,
  leverage: 10,
  marginMode: 'isolated',
  marginUsd: 4_500,
};

describe('a table is read as a person reads it', () => {
  test('Binance: half a bitcoin, long, with 4,500 of its own', () => {
    expect(onlyPosition('binance', ON_BINANCE)).toMatchObject({
      ...BITCOIN,
      market: { venue: 'binance', instrument: 'BTCUSDT', base: 'BTC', kind: 'perpetual' },
    });
  });

  test('Hyperliquid, as it was recorded: the price fell and the profit rose, so it is a short', () => {
    expect(onlyPosition('hyperliquid', ON_HYPERLIQUID)).toMatchObject({
      market: { venue: 'hyperliquid', instrument: 'ETH', base: 'ETH' },
      side: 'short',
      sizeBase: 9.3792,
      entryPrice: 3_438.8,
      markPrice: 3_143.3,
      liquidationPrice: 5_535.1,
      leverage: 20,
      marginMode: 'cross',
      marginUsd: null,
    });
  });

  test('Hyperliquid shows the margin of an isolated position with its profit: 1,474.08 less 9.3792 times 295.5', () => {
    const isolated = withCell(ON_HYPERLIQUID, 'Margin', '$4,474.08 (Isolated)');

    expect(onlyPosition('hyperliquid', isolated)).toMatchObject({ marginUsd: expect.closeTo(1_702.5264, 6) });
  });

  test('Bybit: the mode stands with the contract, a size without a unit is proved by the value', () => {
    const table: ShownTable = {
      headers: [
        'Contracts',
        'Qty',
        'Value',
        'Entry Price',
        'Mark Price',
        'Liq. Price',
        'IM',
        'MM',
        'Unrealized P&L (%)',
      ],
      rows: [
        [
          'ETHUSDT\nIsolated 25x',
          '2.00',
          '6,000.00',
          '3,000.00',
          '3,100.00',
          '3,115.20',
          '240.00 USDT',
          '31.00 USDT',
          '-200.00 USDT\n(-83.33%)',
        ],
      ],
    };

    expect(onlyPosition('bybit', table)).toMatchObject({
      side: 'short',
      sizeBase: 2,
      leverage: 25,
      marginUsd: 240,
    });
    expect(onlyPosition('bybit', withCell(table, 'Value', '600.00'))).toBe('unit');
  });

  test('OKX: side, mode and leverage are words beside the contract; the table names no liquidation', () => {
    const table: ShownTable = {
      headers: [
        'Symbol',
        'Size',
        'Avg. entry price',
        'Mark price',
        'Est. liq. price',
        'Margin',
        'Margin ratio',
      ],
      rows: [
        [
          'BTCUSDT Perp\nCross\nShort\n5.00x',
          '0.02 BTC',
          '90,000',
          '89,000.5',
          '--',
          '360.00 USDT',
          '812.5%',
        ],
      ],
    };

    expect(onlyPosition('okx', table)).toMatchObject({
      market: { instrument: 'BTC-USDT-SWAP' },
      side: 'short',
      liquidationPrice: null,
      leverage: 5,
      marginMode: 'cross',
    });
  });

  test('a thousand coins are counted as a thousand, and their price as a thousandth', () => {
    const table = withCell(
      {
        headers: ON_BINANCE.headers,
        rows: [
          [
            '1000PEPEUSDT Perp 5x',
            '2,000 1000PEPE',
            '0.0100',
            '0.0100',
            '0.0110',
            '0.0081',
            '2%',
            '4.00 USDT (Isolated)',
            '2.00',
          ],
        ],
      },
      'Margin Ratio',
      '1%',
    );

    expect(onlyPosition('binance', table)).toMatchObject({
      sizeBase: 2_000_000,
      entryPrice: expect.closeTo(0.00001, 12),
      liquidationPrice: expect.closeTo(0.0000081, 12),
    });
  });

  test('a size in dollars is of the mark price', () => {
    expect(onlyPosition('binance', withCell(ON_BINANCE, 'Size', '45,500 USDT'))).toMatchObject({
      sizeBase: 0.5,
    });
  });

  test('columns in another order are read by their headers', () => {
    const order = [8, 7, 6, 5, 4, 3, 2, 1, 0];
    const turned = {
      headers: order.map((index) => ON_BINANCE.headers[index]!),
      rows: ON_BINANCE.rows.map((row) => order.map((index) => row[index]!)),
    };

    expect(onlyPosition('binance', turned)).toMatchObject(BITCOIN);
  });

  test('inverse contracts are left out and counted; an empty table holds nothing', () => {
    const inverse = withCell(ON_BINANCE, 'Symbol', 'BTCUSD\nPerp\n10x');

    expect(readOn('binance', inverse)).toEqual({ kind: 'read', positions: [], leftOut: 1 });
    expect(readOn('binance', { ...ON_BINANCE, rows: [] })).toEqual({
      kind: 'read',
      positions: [],
      leftOut: 0,
    });
  });
});

const LANGUAGES = {
  en: ['Symbol', 'Size', 'Entry Price', 'Mark Price', 'Liq. Price', 'Margin', 'Isolated', 'Long'],
  'zh-CN': ['合约', '数量', '开仓价格', '标记价格', '强平价格', '保证金', '逐仓', '多'],
  'zh-TW': ['合約', '數量', '開倉價格', '標記價格', '強平價格', '保證金', '逐倉', '做多'],
  ru: ['Контракт', 'Размер', 'Цена входа', 'Цена маркировки', 'Цена ликв.', 'Маржа', 'Изолированная', 'Лонг'],
  ko: ['심볼', '수량', '진입 가격', '시장 평균가', '청산 가격', '마진', '격리', '롱'],
  ja: ['銘柄', '数量', '参入価格', 'マーク価格', '清算価格', '証拠金', '分離', 'ロング'],
  tr: ['Sembol', 'Boyut', 'Giriş Fiyatı', 'İşaret Fiyatı', 'Likidasyon Fiyatı', 'Marj', 'İzole', 'Uzun'],
  vi: ['Hợp đồng', 'Kích thước', 'Giá vào lệnh', 'Giá đánh dấu', 'Giá thanh lý', 'Ký quỹ', 'Cô lập', 'Long'],
  es: [
    'Contrato',
    'Tamaño',
    'Precio de entrada',
    'Precio de marca',
    'Precio de liquidación',
    'Margen',
    'Aislado',
    'Largo',
  ],
  'pt-BR': [
    'Contrato',
    'Tamanho',
    'Preço de entrada',
    'Preço de marcação',
    'Preço de liquidação',
    'Margem',
    'Isolada',
    'Comprado',
  ],
} as const;

/** The Binance table in other words and with numbers written another way. */
const inLanguage = (
  words: readonly string[],
  write: (value: number, digits: number) => string,
): ShownTable => {
  const [symbol, size, entry, mark, liquidation, margin, mode, side] = words as unknown as string[];
  return {
    headers: [symbol!, size!, entry!, mark!, liquidation!, margin!],
    rows: [
      [
        `BTCUSDT ${side} 10x`,
        `${write(0.5, 3)} BTC`,
        write(90_000, 1),
        write(91_000, 1),
        write(81_404.5, 1),
        `${write(4_500, 2)} USDT (${mode})`,
      ],
    ],
  };
};

const writer = (locale: string) => (value: number, digits: number) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );

describe.each(Object.entries(LANGUAGES))('headers and words in %s', (language, words) => {
  test.each(['en-US', language, 'de', 'fr', 'de-CH'])('with numbers as %s writes them', (locale) => {
    expect(onlyPosition('binance', inLanguage(words, writer(locale)))).toMatchObject(BITCOIN);
  });
});

describe('any doubt reads nothing, and says which', () => {
  test.each<readonly [string, ShownTable, string]>([
    ['a needed column is missing', withHeader(ON_BINANCE, 'Margin', 'Collateral'), 'columns'],
    ['a column is there twice', withHeader(ON_BINANCE, 'Break Even Price', 'Entry Price'), 'columns'],
    ['a header only looks like one', withHeader(ON_BINANCE, 'Entry Price', 'Еntry Price'), 'columns'],
    ['a header is endless', withHeader(ON_BINANCE, 'Entry Price', 'Entry Price'.repeat(9_999)), 'columns'],
    [
      'there are thousands of rows',
      { ...ON_BINANCE, rows: Array.from({ length: 5_000 }, () => ON_BINANCE.rows[0]!) },
      'rows',
    ],
    ['a row has fewer cells', { ...ON_BINANCE, rows: [ON_BINANCE.rows[0]!.slice(0, 5)] }, 'text'],
    ['a price is no number', withCell(ON_BINANCE, 'Entry Price', 'NaN'), 'text'],
    ['a price is infinite', withCell(ON_BINANCE, 'Entry Price', 'Infinity'), 'text'],
    ['a price has an exponent', withCell(ON_BINANCE, 'Entry Price', '9e4'), 'text'],
    ['a price is a script', withCell(ON_BINANCE, 'Entry Price', '<img src=x onerror=alert(1)>'), 'text'],
    ['there are two prices in a cell', withCell(ON_BINANCE, 'Entry Price', '90,000.0\n91,000.0'), 'text'],
    ['a price is below zero', withCell(ON_BINANCE, 'Entry Price', '-90,000.0'), 'text'],
    ['a price is written from right to left', withCell(ON_BINANCE, 'Entry Price', '\u202e0.000,09'), 'text'],
    ['a price has what nobody sees in it', withCell(ON_BINANCE, 'Entry Price', '90\u200b,000.0'), 'text'],
    ['a price is in digits of another width', withCell(ON_BINANCE, 'Entry Price', '９０,０００.０'), 'text'],
    ['a cell is huge', withCell(ON_BINANCE, 'Entry Price', '9'.repeat(100_000)), 'text'],
    ['a price is in another currency', withCell(ON_BINANCE, 'Entry Price', '90,000.0 EUR'), 'text'],
    ['a contract only looks like one', withCell(ON_BINANCE, 'Symbol', 'ВТСUSDT\n10x'), 'text'],
    ['a contract has a number beside it', withCell(ON_BINANCE, 'Symbol', 'BTCUSDT 7\n10x'), 'text'],
    ['there are two contracts in a row', withCell(ON_BINANCE, 'Symbol', 'BTCUSDT ETHUSDT\n10x'), 'text'],
    ['no leverage is named', withCell(ON_BINANCE, 'Symbol', 'BTCUSDT\nPerp'), 'text'],
    ['two are', withCell(ON_BINANCE, 'Symbol', 'BTCUSDT\n10x 20x'), 'text'],
    ['it is beyond all that is', withCell(ON_BINANCE, 'Symbol', 'BTCUSDT\n999x'), 'text'],
    ['no mode is named', withCell(ON_BINANCE, 'Margin', '4,500.00 USDT'), 'text'],
    ['two are', withCell(ON_BINANCE, 'Margin', '4,500.00 USDT (Isolated) (Cross)'), 'text'],
    ['there is no margin', withCell(ON_BINANCE, 'Margin', '0.00 USDT (Isolated)'), 'text'],
    ['the page writes numbers in two ways', withCell(ON_BINANCE, 'Entry Price', '90.000,0'), 'numbers'],
    ['a size counts contracts', withCell(ON_BINANCE, 'Size', '500 Cont'), 'unit'],
    ['a size counts another coin', withCell(ON_BINANCE, 'Size', '0.500 ETH'), 'unit'],
    ['a size counts nothing', withCell(ON_BINANCE, 'Size', '0.500'), 'unit'],
    ['the liquidation lies behind the price', withCell(ON_BINANCE, 'Liq.Price', '95,000.0'), 'contradiction'],
    ['the sign says short and the profit long', withCell(ON_BINANCE, 'Size', '-0.500 BTC'), 'contradiction'],
    [
      'a position stands there twice',
      { ...ON_BINANCE, rows: [ON_BINANCE.rows[0]!, ON_BINANCE.rows[0]!] },
      'contradiction',
    ],
    ['nothing tells the side', withCell(ON_HYPERLIQUID, 'PNL (ROE %)', '--'), 'side'],
  ])('%s', (_case, table, doubt) => {
    const site = table.headers[0] === 'Coin' ? 'hyperliquid' : 'binance';

    expect(onlyPosition(site, table)).toBe(doubt);
  });

  test('one mark before three digits everywhere: 1.500 could be one and a half or fifteen hundred', () => {
    const words = LANGUAGES.en;
    const table: ShownTable = {
      headers: words.slice(0, 6),
      rows: [['SOLUSDT Long 10x', '5.000 SOL', '1.500', '1.600', '1.400', '750 USDT (Isolated)']],
    };

    expect(onlyPosition('binance', table)).toBe('numbers');
    expect(onlyPosition('binance', withCell(table, 'Size', '5.0 SOL'))).toMatchObject({
      entryPrice: 1.5,
      sizeBase: 5,
    });
    expect(onlyPosition('binance', withCell(table, 'Size', '5,0 SOL'))).toMatchObject({
      entryPrice: 1_500,
      sizeBase: 5,
    });
  });

  test('two sides of one contract share a liquidation, which lies behind one of them', () => {
    const long = ON_BINANCE.rows[0]!;
    const short = withCell(withCell(ON_BINANCE, 'Size', '-0.200 BTC'), 'PNL(ROI %)', '-200.00').rows[0]!;

    expect(readOn('binance', { ...ON_BINANCE, rows: [long, short] })).toMatchObject({
      kind: 'read',
      positions: [{ side: 'long' }, { side: 'short', sizeBase: 0.2 }],
    });
  });

  test(`${MOST_SHOWN} rows are read`, () => {
    const rows = Array.from({ length: MOST_SHOWN }, (_, index) =>
      withCell(ON_BINANCE, 'Symbol', `A${index}USDT 10x`).rows[0]!.map((cell) =>
        cell.replace('BTC', `A${index}`),
      ),
    );

    expect(readOn('binance', { ...ON_BINANCE, rows })).toMatchObject({ positions: { length: MOST_SHOWN } });
  });
});
