import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { parseDuration, parseIsoTime, parseOptions } from '../../../core/headless/args.ts';
import { readBars, readPositions, readForcedOrders } from '../../../core/headless/csv-formats.ts';

const dir = mkdtempSync(join(tmpdir(), 'csv-'));
afterAll(() => rmSync(dir, { recursive: true }));

let files = 0;
function fileOf(text: string, ending = '.csv'): string {
  const file = join(dir, `${files++}${ending}`);
  writeFileSync(file, ending === '.csv.gz' ? gzipSync(text) : text);
  return file;
}

const HEADER = 'open_ts_s,open,high,low,close,volume_base,turnover_usd,taker_buy_base,oi_base';

describe('bars', () => {
  test.each(['.csv', '.csv.gz'])('are read by their header from %s', (ending) => {
    const bars = readBars(fileOf(`${HEADER}\n900,10,12,9,11,5,50,3,700\n1800,11,11,11,11,0,0,,\n`, ending));

    expect(bars.intervalS).toBe(900);
    expect([...bars.close]).toEqual([11, 11]);
    expect([...bars.takerBuyBase]).toEqual([3, NaN]);
    expect([...bars.openInterestBase]).toEqual([700, NaN]);
  });

  test('may have their columns in another order and lack the optional ones', () => {
    const bars = readBars(fileOf('close,open,high,low,volume_base,open_ts_s\n11,10,12,9,5,300\n'));

    expect([bars.open[0], bars.close[0], bars.turnoverUsd[0]]).toEqual([10, 11, 55]);
    expect(bars.openInterestBase[0]).toBeNaN();
  });

  test.each([
    ['300,10,12,9,x,5,50,3,700', 'row 2, column close: "x" is not a number'],
    ['300,10,12,9,,5,50,3,700', 'row 2, column close: empty'],
    ['300,10,12,9,11,-5,50,3,700', 'row 2, column volume_base: -5 is below 0'],
    ['300,10,12,0,11,5,50,3,700', 'row 2, column low: 0 is below 1e-12'],
    ['300,10,10.5,9,11,5,50,3,700', 'row 2, column high: does not enclose open and close'],
    ['300,10,12,9,11,5,50,3', 'row 2: 8 cells, the header has 9'],
    ['300,1,1,1,1,1,1,1,1\n300,1,1,1,1,1,1,1,1', 'row 3, column open_ts_s: 300 is not after the row before'],
  ])('a bad cell is named: %s', (rows, message) => {
    const file = fileOf(`${HEADER}\n${rows}\n`);

    expect(() => readBars(file)).toThrow(`${file}: ${message}`);
  });

  test('a missing column and a missing file are named', () => {
    const file = fileOf('open_ts_s,open\n300,1\n');

    expect(() => readBars(file)).toThrow(`${file}: row 1: column high is missing`);
    expect(() => readBars(join(dir, 'absent.csv'))).toThrow(/absent\.csv/);
  });
});

test('forced orders keep the side of the position and the coin without its quote', () => {
  const [order] = readForcedOrders(
    fileOf(
      'ts_s,symbol,side,fired_price,order_price,qty_base,notional_usd,venue\n1.5,BTCUSDT,long,90,89.5,2,179,bybit\n',
    ),
  );

  expect(order).toEqual({
    atS: 1.5,
    base: 'BTC',
    side: 'long',
    firedPrice: 90,
    orderPrice: 89.5,
    quantityBase: 2,
    notionalUsd: 179,
    venue: 'bybit',
  });
});

test('a order beside which nobody noted the market has no price of it', () => {
  const [order] = readForcedOrders(
    fileOf(
      'ts_s,symbol,side,fired_price,order_price,qty_base,notional_usd,venue\n1.5,BTC,short,,91000,0.5,45500,bybit\n',
    ),
  );

  expect(order).toMatchObject({ firedPrice: null, orderPrice: 91_000 });
});

test('a position without a liquidation price has none', () => {
  const header =
    'snapshot_ts_s,trader,coin,side,size_base,entry_price,leverage,liquidation_price,position_value_usd,account_value_usd';
  const [position] = readPositions(fileOf(`${header}\n1,T1,BTC,short,1,90,2,,90,-5\n`));

  expect(position?.liquidationPrice).toBeNull();
});

describe('options', () => {
  test('are typed by their kind', () => {
    const options = parseOptions(['--bars', 'f', '--json'], {
      bars: 'required',
      minutes: 'optional',
      json: 'flag',
    });

    expect(options).toEqual({ bars: 'f', minutes: null, json: true });
  });

  test.each([
    [[], '--bars is missing'],
    [['--bars'], /bars/],
    [['--bars', 'f', '--what'], /--what/],
  ])('%j is refused', (argv, message) => {
    expect(() => parseOptions(argv, { bars: 'required' })).toThrow(message);
  });

  test('times are ISO with a zone, durations a number and a unit', () => {
    expect(parseIsoTime('2026-01-12T00:00:00Z', 'at')).toBe(1_768_176_000);
    expect(parseIsoTime('2026-01-12', 'at')).toBe(1_768_176_000);
    expect(() => parseIsoTime('2026-01-12T00:00:00', 'at')).toThrow('--at');
    expect(parseDuration('15m', 'every')).toBe(900);
    expect(() => parseDuration('0h', 'every')).toThrow('--every');
  });
});
