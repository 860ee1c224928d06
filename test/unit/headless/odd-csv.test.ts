import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { readBars, readForcedOrders, readWindows } from '../../../core/headless/csv-formats.ts';
import { runLevels } from '../../../core/headless/levels.ts';
import { runReport } from '../../../core/headless/report.ts';

const dir = mkdtempSync(join(tmpdir(), 'odd-csv-'));
afterAll(() => rmSync(dir, { recursive: true }));

let files = 0;
function fileOf(text: string): string {
  const file = join(dir, `${files++}.csv`);
  writeFileSync(file, text);
  return file;
}

let notes: string[] = [];
beforeEach(() => {
  notes = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    notes.push(String(text));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const HEADER = 'open_ts_s,open,high,low,close,volume_base,oi_base';
const START_S = 1_767_225_600;

/** Hourly bars at 100 from the first of January 2026. */
const barLines = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${START_S + index * 3600},100,101,99,100,5,700`);
const barsText = (lines: readonly string[]): string => [HEADER, ...lines, ''].join('\n');

describe('what is odd but plain is read and said', () => {
  const rows = [HEADER, ...barLines(2)];

  test.each([
    ['a byte order mark', `\uFEFF${rows.join('\n')}\n`],
    ['line ends of another system', `${rows.join('\r\n')}\r\n`],
    ['line ends of another system', rows.join('\r')],
    ['semicolons between the cells', `${rows.join('\n').replaceAll(',', ';')}\n`],
    ['tabs between the cells', `${rows.join('\n').replaceAll(',', '\t')}\n`],
    ['quotes', `${rows.join('\n').replaceAll('100', '"100"')}\n`],
    ['quotes', `"${HEADER.replaceAll(',', '","')}"\n${barLines(2).join('\n')}\n`],
  ])('%s', (oddity, text) => {
    const file = fileOf(text);

    const bars = readBars(file);

    expect([...bars.close]).toEqual([100, 100]);
    expect(notes).toEqual([`${file}: read in spite of ${oddity}\n`]);
  });

  test('a plain file needs no word', () => {
    readBars(fileOf(barsText(barLines(3))));

    expect(notes).toEqual([]);
  });

  test('a quoted cell may hold the separator and a quote', () => {
    const header = 'ts_s,symbol,side,fired_price,order_price,qty_base,notional_usd,venue';
    const [order] = readForcedOrders(fileOf(`${header}\n1,BTC,long,90,89,2,179,"by,""bit"""\n`));

    expect(order?.venue).toBe('by,"bit"');
  });

  test('a forced order that stands twice is counted once', () => {
    const header = 'ts_s,symbol,side,fired_price,order_price,qty_base,notional_usd,venue';
    const row = '1,BTC,long,90,89,2,179,bybit';
    const file = fileOf(`${header}\n${row}\n2,BTC,long,90,89,2,179,bybit\n${row}\n`);

    expect(readForcedOrders(file)).toHaveLength(2);
    expect(notes).toEqual([`${file}: row 4 stands twice, as 1 in all do; each is counted once\n`]);
  });
});

describe('what is wrong is refused by file, row and column', () => {
  const lines = barLines(6);
  const changed = (row: number, line: string) => lines.map((old, index) => (index === row ? line : old));

  test.each([
    [
      'a column that changes to milliseconds',
      changed(2, `${(START_S + 7200) * 1000},100,101,99,100,5,700`),
      'row 4, column open_ts_s: 1767232800000: expected epoch seconds, not milliseconds',
    ],
    [
      'a price that nothing ever had',
      changed(1, `${START_S + 3600},100,1e300,99,100,5,700`),
      'row 3, column high: 1e300 is above 1000000000000',
    ],
    [
      'a price out of all proportion',
      changed(1, `${START_S + 3600},100,2e6,99,100,5,700`),
      'row 3, column high: 2000000 is out of all proportion to the price before, 100',
    ],
    [
      'a price of almost nothing',
      changed(1, `${START_S + 3600},100,101,1e-9,100,5,700`),
      'row 3, column low: 1e-9 is out of all proportion',
    ],
    [
      'an amount that nothing ever had',
      changed(1, `${START_S + 3600},100,101,99,100,1e300,700`),
      'row 3, column volume_base: 1e300 is above 1000000000000000000',
    ],
    [
      'a number in hexadecimal',
      changed(0, `${START_S},100,101,0x60,100,5,700`),
      'row 2, column low: "0x60" is not a number',
    ],
    [
      'rows out of order',
      [lines[1], lines[0]],
      `row 3, column open_ts_s: ${START_S} is not after the row before`,
    ],
    ['a row twice', [lines[0], lines[0]], `row 3, column open_ts_s: ${START_S} is not after the row before`],
    [
      'a bar at an odd time',
      changed(2, `${START_S + 7201},100,101,99,100,5,700`),
      'row 4, column open_ts_s: 3601 s after the row before, expected a multiple of 3600 s',
    ],
    [
      'a quote left open',
      changed(0, `${START_S},"100,101,99,100,5,700`),
      'row 2: a quote that is not closed',
    ],
    [
      'text after a quote',
      changed(0, `${START_S},"100"0,101,99,100,5,700`),
      'row 2: text after a closing quote',
    ],
  ])('%s', (_what, rows, message) => {
    const file = fileOf(barsText(rows.filter((row) => row !== undefined)));

    expect(() => readBars(file)).toThrow(`${file}: ${message}`);
  });

  test('a column that stands twice', () => {
    const file = fileOf(`${HEADER},close\n${lines[0]},100\n`);

    expect(() => readBars(file)).toThrow(`${file}: row 1: column close stands twice`);
  });

  test('a decimal comma between semicolons', () => {
    const file = fileOf(`${HEADER.replaceAll(',', ';')}\n${START_S};100,5;101;99;100;5;700\n`);

    expect(() => readBars(file)).toThrow(`${file}: row 2, column open: "100,5" is not a number`);
  });

  test('a recording that ends before it begins', () => {
    const file = fileOf(
      'symbol,start_utc,end_utc,start_ts_s\nBTC,2026-01-02T00:00:00Z,2026-01-01T00:00:00Z,1\n',
    );

    expect(() => readWindows(file)).toThrow(`${file}: row 2, column end_utc: before start_utc`);
  });
});

describe('a recording that ends long before the time asked for', () => {
  const report = (bars: string, at: string) =>
    runReport(['--bars', bars, '--market', 'BTCUSDT', '--at', at, '--json']);

  test('is no picture of that time', () => {
    const file = fileOf(barsText(barLines(48)));

    // The last bar closes at midnight of the third.
    expect(report(file, '2026-01-04T00:00:00Z')).toMatch(/"price":100/);
    expect(() => report(file, '2026-01-04T00:00:01Z')).toThrow(
      `${file}: row 49, column open_ts_s: the last bar before 2026-01-04T00:00:01.000Z closed 1.0 days before it, expected at most 1`,
    );
    expect(() => report(file, '2027-01-03T00:00:00Z')).toThrow('closed 365.0 days before it');
  });

  test('gives no levels after a week', () => {
    const days = Array.from({ length: 30 }, (_, day) => `${START_S + day * 86_400},100,101,99,100,5,`);
    const file = fileOf(barsText(days));

    expect(runLevels(['--daily', file, '--at', '2026-02-07T00:00:00Z'])).toMatch(/last daily close 100/);
    expect(() => runLevels(['--daily', file, '--at', '2026-02-07T00:00:01Z'])).toThrow(
      'row 31, column open_ts_s',
    );
  });
});
