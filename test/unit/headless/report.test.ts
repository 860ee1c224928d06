import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { runReport } from '../../../core/headless/report.ts';
import type { Bars } from '../../../core/market/bars.ts';
import { type MarketReport, marketReport } from '../../../core/market/market-report.ts';
import { FIRST_BAR_S, wanderingBars } from '../../support/build-bars.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const dir = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** What the command prints. */
const report = (...args: readonly string[]): string => runReport(['--market', 'BTCUSDT', ...args]);

function writeBars(name: string, bars: Bars, count: number): string {
  const rows = Array.from({ length: count }, (_, i) =>
    [bars.openTimeS, bars.open, bars.high, bars.low, bars.close, bars.volumeBase, bars.openInterestBase]
      .map((column) => column[i])
      .join(','),
  );
  const file = join(dir, name);
  writeFileSync(file, ['open_ts_s,open,high,low,close,volume_base,oi_base', ...rows].join('\n'));
  return file;
}

/** A long forced at every low and a short at every high of each bar. */
function writeOrders(name: string, count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const [timeS = 0, low = 0, high = 0] = [bars.openTimeS[i], bars.low[i], bars.high[i]];
    return [
      `${timeS + 60},BTC,long,${low},${low * 0.995},1,${low},binance`,
      `${timeS + 120},BTC,short,${high},${high * 1.005},1,${high},bybit`,
    ].join('\n');
  });
  const file = join(dir, name);
  const header = 'ts_s,symbol,side,fired_price,order_price,qty_base,notional_usd,venue';
  writeFileSync(file, [header, ...rows].join('\n'));
  return file;
}

/** Days from 38 days before the first bar on. */
function writeDaily(name: string, count: number): string {
  const rows = Array.from({ length: count }, (_, day) => {
    const close = 90_000 + 2000 * Math.sin(day / 3);
    const timeS = FIRST_BAR_S + (day - 38) * 86_400;
    return [timeS, close - 300, close + 900, close - 900, close, 20_000].join(',');
  });
  const file = join(dir, name);
  writeFileSync(file, ['open_ts_s,open,high,low,close,volume_base', ...rows].join('\n'));
  return file;
}

const bars = wanderingBars(400);
const whole = writeBars('whole.csv', bars, 400);
const known = writeBars('known.csv', bars, 300);
const AT = new Date((FIRST_BAR_S + 300 * 300) * 1000).toISOString();

describe('npm run report', () => {
  test('knows nothing that comes after --at, and says the same twice, to the byte', () => {
    const first = report('--bars', whole, '--at', AT, '--json');
    const second = report('--bars', whole, '--at', AT, '--json');
    const withoutFuture = report('--bars', known, '--at', AT, '--json');

    expect(second).toBe(first);
    expect(withoutFuture).toBe(first);
  });

  test('learns from forced orders and days up to --at, and from none after it', { timeout: 30_000 }, () => {
    const past = ['--prints', writeOrders('past.csv', 300), '--daily', writeDaily('past-days.csv', 40)];
    const all = ['--prints', writeOrders('all.csv', 400), '--daily', writeDaily('all-days.csv', 45)];
    const plain = JSON.parse(report('--bars', known, '--at', AT, '--json')) as MarketReport;

    const knowing = report('--bars', known, '--at', AT, '--json', ...past);
    const result = JSON.parse(knowing) as MarketReport;

    expect(report('--bars', whole, '--at', AT, '--json', ...all)).toBe(knowing);
    expect(result.map?.longForcedUsd).not.toEqual(plain.map?.longForcedUsd);
    expect(result.history.largestLiquidationDays).toHaveLength(2);
    expect(result.context.realisedVol).toBeGreaterThan(0);
    expect(result.levels.length).toBeGreaterThan(0);
  });

  test('prints a market report as JSON', () => {
    const result = JSON.parse(report('--bars', known, '--at', AT, '--json')) as MarketReport;

    expect(v.is(marketReport, result)).toBe(true);
    expect(result).toMatchObject({
      version: 2,
      market: 'BTCUSDT',
      price: bars.close[299],
      at: Date.parse(AT),
    });
    expect(result.map?.longExposureUsd.length).toBeGreaterThan(600);
    expect(result.atRisk.length).toBeGreaterThan(40);
  });

  test('prints a table without --json', () => {
    const text = report('--bars', known, '--at', AT);

    expect(text).toContain('Clusters');
    expect(text).toContain('At risk from here to');
    expect(text).toMatch(/long +\d+ +\d+ to \d+ +\d+ +\d+ +\d+ to \d+/);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test.each([
    [['--at', AT], '--bars is missing'],
    [['--bars', 'nowhere.csv', '--at', AT], 'nowhere.csv'],
    [['--bars', known, '--at', 'today'], '--at today'],
    [['--bars', known, '--at', '2020-01-01'], 'no bar has closed'],
  ])('wrong input is named: %j', (args, message) => {
    expect(() => report(...args)).toThrow(message);
  });

  test('wrong input is one line on standard error and exit code 2', { timeout: 30_000 }, () => {
    const { status, stdout, stderr } = spawnSync(
      join(ROOT, 'node_modules/.bin/node'),
      ['core/headless/report.ts', '--market', 'BTCUSDT', '--at', AT, '--bars', 'nowhere.csv'],
      { cwd: ROOT, encoding: 'utf8' },
    );

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^nowhere\.csv.*\n$/);
  });
});

describe('open interest by days', () => {
  const peakS = FIRST_BAR_S - 90 * 86_400;
  const at = Date.parse(AT) / 1000;

  test('gives the peak and the year, and nothing that came after', () => {
    const file = join(dir, 'oi-daily.csv');
    const days = [
      [peakS, 120_000, 900_000],
      [peakS + 3600, 120_000, 1_000_000],
      [peakS + 10 * 86_400, 100_000, 700_000],
      [at + 60, 200_000, 9_000_000],
    ];
    writeFileSync(file, ['ts_s,mark_price,oi_base', ...days.map((day) => day.join(','))].join('\n'));
    const { openInterest } = JSON.parse(
      report('--bars', known, '--oi-daily', file, '--at', AT, '--json'),
    ) as MarketReport;

    // 900,000 x 120,000, as the day began.
    expect([openInterest.peakUsd, openInterest.peakAt]).toEqual([108e9, peakS * 1000]);
    expect(openInterest.peakEstimate).toBeUndefined();
    expect(Math.max(...openInterest.year!.usd.map((usd) => usd ?? 0))).toBe(108e9);
    expect(report('--bars', known, '--oi-daily', file, '--at', AT)).toMatch(/peak \$108B on \d{4}-/);
  });

  test('that cannot be read is refused by file, row and column', () => {
    const file = join(dir, 'odd-oi.csv');
    writeFileSync(file, 'ts_s,mark_price,oi_base\n1760000000,100,-5');

    expect(() => report('--bars', known, '--oi-daily', file, '--at', AT)).toThrow(
      /odd-oi\.csv.*row 2.*oi_base/,
    );
  });
});
