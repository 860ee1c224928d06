import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTouch } from '../../../core/headless/touch.ts';
import { createRandom, drawNormal } from '../../../core/market/random.ts';
import { blockError, ReliabilityCells } from '../../../core/risk/touch/reliability-cells.ts';
import { recordingsDir } from '../../support/recordings.ts';

interface Answer {
  readonly touch: { readonly cells: number; readonly within: number };
  readonly close: { readonly cells: number; readonly within: number };
  readonly target: { readonly cells: number; readonly within: number };
  readonly logLoss: Readonly<Record<string, number>>;
  readonly table: readonly {
    readonly what: string;
    readonly by: string;
    readonly horizonHours: number;
    readonly barrier: string;
    readonly forecasts: number;
    readonly said: number;
    readonly happened: number;
  }[];
}

const MONDAY_S = Date.UTC(2026, 0, 12) / 1000;

describe('cells of forecasts', () => {
  const outcome = {
    what: 'touch',
    horizonHours: 4,
    barrier: '1 sd',
    atS: MONDAY_S + 14 * 3600,
    day: 'wild',
    said: 0.2,
    happened: 0.5,
  } as const;

  test('add forecasts up by weekday, hour and kind of day', () => {
    const cells = new ReliabilityCells();
    cells.add(outcome);
    cells.add({ ...outcome, atS: MONDAY_S + 2 * 86_400, said: 0.4, happened: 0 });

    const found = cells.cells().map(({ by, value, forecasts }) => [by, value, forecasts].join(' '));
    expect(found).toEqual([
      'all  4',
      'weekday Mon 2',
      'hour 14 2',
      'day wild 4',
      'weekday Wed 2',
      'hour 00 2',
    ]);
    expect(cells.cells()[0]?.said).toBeCloseTo(0.3, 12);
    expect(cells.cells()[0]?.happened).toBeCloseTo(0.25, 12);
  });

  test('have one block for a day, whichever file its forecasts are of', () => {
    const cells = new ReliabilityCells();
    cells.add(outcome);
    cells.add({ ...outcome, atS: MONDAY_S + 5 * 86_400, happened: 0 });
    cells.add({ ...outcome, happened: 1 });

    const [all, ...others] = cells.cells();
    expect(all?.standardError).toBe(
      blockError([
        { count: 2, error: 0.3 + 0.8 },
        { count: 1, error: -0.2 },
      ]),
    );
    // Saturday has a block alone, which has no error.
    expect(others.find(({ value }) => value === 'Sat')?.standardError).toBeNaN();
  });

  test('have a standard error by blocks', () => {
    // Means .5 and -.5 of two blocks of two: 1 / 2 of sqrt(2 (1 + 1)) / 4, times sqrt(2 / 1) for the lost mean.
    const error = blockError([
      { count: 2, error: 1 },
      { count: 2, error: -1 },
    ]);

    expect(error).toBeCloseTo(Math.sqrt(2 * 2) / 4, 12);
  });
});

describe('the touch command', () => {
  let folder = '';
  const HOURS = 24 * 60;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'touch-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Sixty days of hours of a walk; `change` alters the rows after a time. */
  const write = (
    name: string,
    change: (close: number, hour: number) => number = (close) => close,
  ): string => {
    const random = createRandom(9);
    let close = 100;
    const rows = Array.from({ length: HOURS }, (_, hour) => {
      const open = close;
      close = change(close * Math.exp(0.004 * drawNormal(random)), hour);
      const [high, low] = [1.002 * Math.max(open, close), 0.998 * Math.min(open, close)];
      return [MONDAY_S + hour * 3600, open, high, low, close].join(',');
    });
    const file = join(folder, name);
    writeFileSync(file, ['open_ts_s,open,high,low,close', ...rows].join('\n'));
    return file;
  };
  const ask = (...argv: string[]): Answer => JSON.parse(runTouch([...argv, '--json'])) as Answer;

  test('forecasts every hour from thirty days on, both sides', () => {
    const { table } = ask('--bars', write('walk.csv'));
    const all = (horizonHours: number) =>
      table.find((cell) => cell.what === 'touch' && cell.by === 'all' && cell.horizonHours === horizonHours);

    // 720 hours are history; the last forecast has its whole horizon ahead.
    expect(all(4)?.forecasts).toBe(2 * (HOURS - 720 - 4 + 1));
    expect(all(168)?.forecasts).toBe(2 * (HOURS - 720 - 168 + 1));
  });

  test('races each target against a stop on the other side', () => {
    const { table } = ask('--bars', write('walk.csv'));
    const races = table.filter((cell) => cell.what === 'target' && cell.by === 'all');

    expect(races.map(({ horizonHours, barrier }) => `${horizonHours} h ${barrier}`)).toContain('24 h 2:1 sd');
    expect(races).toHaveLength(3 * 8);
    // A walk without tails reaches what lies half a standard deviation off, up or down, almost always.
    const near = races.find((cell) => cell.horizonHours === 168 && cell.barrier === '0.5:0.5 sd');
    expect(near?.happened).toBeGreaterThan(0.4);
    expect(near?.happened).toBeLessThanOrEqual(0.5);
  });

  test('knows nothing of what comes after a forecast', () => {
    const until = new Date((MONDAY_S + 40 * 86_400) * 1000).toISOString().replace('.000', '');
    const said = (file: string) =>
      ask('--bars', file, '--until', until).table.map((cell) => [cell.barrier, cell.by, cell.said]);
    const changed = write('changed.csv', (close, hour) => (hour >= 40 * 24 ? close * 1.01 : close));

    expect(said(changed)).toEqual(said(write('walk.csv')));
  });

  test('prints a table, and one line for a file that is wrong', () => {
    expect(runTouch(['--bars', write('walk.csv')])).toMatch(
      /^cells of 200 forecasts or more within 2 standard errors: touch/,
    );
    const daily = join(folder, 'daily.csv');
    writeFileSync(
      daily,
      `open_ts_s,open,high,low,close\n${MONDAY_S},1,1,1,1\n${MONDAY_S + 86_400},1,1,1,1\n`,
    );
    expect(() => runTouch(['--bars', daily])).toThrow(/bars of an hour or less are needed/);
  });
});

const recordings = recordingsDir();

describe('on the hourly candles of June 2023 to 2025 (skipped where the recordings are absent)', () => {
  const files = (...coins: string[]): string =>
    coins.map((coin) => join(recordings ?? '', 'market', `${coin}-1h.csv.gz`)).join(',');

  test.skipIf(recordings === null)(
    'chances hold by weekday, hour and kind of day',
    { timeout: 300_000 },
    () => {
      const { touch, close, target, table } = JSON.parse(
        runTouch(['--bars', files('btc', 'eth', 'sol'), '--json']),
      ) as Answer;
      console.info(
        `within two standard errors: touch ${touch.within}, close ${close.within}, target ${target.within}`,
      );

      expect(touch.within).toBeGreaterThan(0.93);
      expect(close.within).toBeGreaterThan(0.89);
      expect(target.within).toBeGreaterThan(0.89);
      const errors = table
        .filter(({ by }) => by === 'weekday')
        .map(({ said, happened }) => Math.abs(said - happened));
      expect(Math.max(...errors)).toBeLessThan(0.05);
    },
  );
});
