import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Bars } from '../../../core/market/bars.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import { FIRST_BAR_S, wanderingBars } from '../../support/build-bars.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const dir = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs the command as its users do, under the Node that the project brings. */
function report(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    join(ROOT, 'node_modules/.bin/node'),
    ['core/headless/report.ts', '--market', 'BTCUSDT', ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

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

const bars = wanderingBars(1200);
const whole = writeBars('whole.csv', bars, 1200);
const known = writeBars('known.csv', bars, 800);
const AT = new Date((FIRST_BAR_S + 800 * 300) * 1000).toISOString();

describe('npm run report', () => {
  test('knows nothing that comes after --at, and says the same twice, to the byte', () => {
    const first = report('--bars', whole, '--at', AT, '--json');
    const second = report('--bars', whole, '--at', AT, '--json');
    const withoutFuture = report('--bars', known, '--at', AT, '--json');

    expect(first.status).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    expect(withoutFuture.stdout).toBe(first.stdout);
  });

  test('prints a market report as JSON', () => {
    const result = JSON.parse(report('--bars', known, '--at', AT, '--json').stdout) as MarketReport;

    expect(result).toMatchObject({
      version: 1,
      market: 'BTCUSDT',
      price: bars.close[799],
      at: Date.parse(AT),
    });
    expect(result.map?.longExposureUsd.length).toBeGreaterThan(600);
    expect(result.atRisk.length).toBeGreaterThan(40);
  });

  test('prints a table without --json', () => {
    const { stdout } = report('--bars', known, '--at', AT);

    expect(stdout).toContain('Clusters');
    expect(stdout).toContain('At risk from here to');
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test.each([
    [['--at', AT], '--bars is missing'],
    [['--bars', 'nowhere.csv', '--at', AT], 'nowhere.csv'],
    [['--bars', known, '--at', 'today'], '--at today'],
    [['--bars', known, '--at', '2020-01-01'], 'no bar has closed'],
  ])('wrong input is one line and exit code 2: %j', (args, message) => {
    const { status, stdout, stderr } = report(...args);

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(message);
  });
});
