import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, describe, expect, test } from 'vitest';

import { InputError } from '../../../core/headless/args.ts';
import { runHeatmap } from '../../../core/headless/heatmap.ts';

const dir = mkdtempSync(join(tmpdir(), 'heatmap-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** 2026-01-01. */
const START_S = 1_767_225_600;
const HOURS = 72;
const OI_BASE = 1_000;

const closeAt = (hour: number): number => (hour < 48 ? 100 : 90);
const lines = Array.from({ length: HOURS }, (_, hour) => {
  const [open, close] = [closeAt(hour - 1), closeAt(hour)];
  const [high, low] = [Math.max(open, close) + 0.2, Math.min(open, close) - 0.2];
  return [START_S + hour * 3600, open, high, low, close, 800, 80_000, 400, OI_BASE].join();
});
const fileOf = (name: string, rows: readonly string[]): string => {
  const path = join(dir, name);
  const head = 'open_ts_s,open,high,low,close,volume_base,turnover_usd,taker_buy_base,oi_base';
  writeFileSync(path, [head, ...rows].join('\n'));
  return path;
};
const bars = fileOf('bars.csv', lines);

const window = ['--from', '2026-01-02T00:00:00Z', '--until', '2026-01-03T12:00:00Z', '--column', '1h'];

interface Column {
  readonly t: number;
  readonly price: number;
  readonly logStep: number;
  readonly firstBin: number;
  readonly longUsd: readonly number[];
  readonly totalLongUsd: number;
  readonly totalShortUsd: number;
}
const columnsOf = (text: string): Column[] => text.split('\n').map((line) => JSON.parse(line) as Column);

const longUsdBetween = ({ longUsd, firstBin, logStep }: Column, low: number, high: number): number =>
  longUsd.reduce((sum, usd, bin) => {
    const price = Math.exp((firstBin + bin + 0.5) * logStep);
    return price > low && price < high ? sum + usd : sum;
  }, 0);

describe('heatmap', () => {
  test('prints a column an hour, each with all dollars of either side', () => {
    const columns = columnsOf(runHeatmap(['--bars', bars, ...window]));

    expect(columns).toHaveLength(37);
    for (const column of columns) {
      expect(column.totalLongUsd / (OI_BASE * column.price)).toBeCloseTo(1, 6);
      expect(column.totalShortUsd / (OI_BASE * column.price)).toBeCloseTo(1, 6);
    }
  });

  test('ends a band at the bar that sweeps it', () => {
    const columns = columnsOf(runHeatmap(['--bars', bars, ...window]));
    const at = (hour: number): Column | undefined => columns.find(({ t }) => t === START_S + hour * 3600);
    const before = at(48);
    const after = at(49);
    if (before === undefined || after === undefined) throw new Error('columns are missing');

    expect(longUsdBetween(before, 91, 98)).toBeGreaterThan(100);
    expect(longUsdBetween(after, 91, 98)).toBe(0);
  });

  test('says the same of a time when nothing later is known', () => {
    const early = fileOf('early.csv', lines.slice(0, 40));
    const all = runHeatmap(['--bars', bars, ...window]).split('\n');

    expect(
      runHeatmap(['--bars', early, ...window])
        .split('\n')
        .slice(0, 17),
    ).toEqual(all.slice(0, 17));
  });

  test('draws the picture: orange below the price, blue above it, the surface where nothing stands', () => {
    const png = join(dir, 'map.png');
    runHeatmap(['--bars', bars, ...window, '--png', png]);
    const { width, height, data, channels } = decode(readFileSync(png));
    const colours = { orange: 0, blue: 0, surface: 0 };
    for (let at = 0; at < data.length; at += channels) {
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
      if (red === 0x12 && green === 0x16 && blue === 0x1c) colours.surface++;
      else if (red > blue + 40 && green > blue) colours.orange++;
      else if (blue > red + 40) colours.blue++;
    }

    expect([width, height]).toEqual([37 * 30 + 160, 658]);
    for (const count of Object.values(colours)) expect(count).toBeGreaterThan(1_000);
  });

  test('names a map that there is not, and a file that cannot be written', () => {
    expect(() => runHeatmap(['--bars', bars, ...window, '--map', 'all'])).toThrow(
      new InputError('--map all: expected exposure or forced'),
    );
    const nowhere = join(dir, 'none', 'map.png');
    expect(() => runHeatmap(['--bars', bars, ...window, '--png', nowhere])).toThrow(
      new InputError(`${nowhere}: cannot be written`),
    );
  });
});
