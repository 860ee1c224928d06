import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runLevels } from '../../../core/headless/levels.ts';
import type { KeyLevels } from '../../../core/levels/find-levels.ts';
import { recordingsDir } from '../../support/recordings.ts';

const recordings = recordingsDir();
const FILE = join(recordings ?? '', 'market', 'btcusdt-spot-1d.csv');

const levelsAt = (at: string): KeyLevels =>
  JSON.parse(runLevels(['--daily', FILE, '--at', at, '--json'])) as KeyLevels;

const zoneOfTheTops = ({ levels }: KeyLevels) =>
  levels.find((level) => level.low <= 94_588.99 && level.high >= 94_789.08);

describe.skipIf(recordings === null)('levels of January 2026 (skipped without the recordings)', () => {
  test('on 12 January the tops of December and January are an unbroken resistance, the November low a support', () => {
    const report = levelsAt('2026-01-12T00:00:00Z');

    expect(report.price).toBe(91_013.65);
    expect(zoneOfTheTops(report)).toMatchObject({ side: 'resistance', state: 'rejected' });
    expect(report.levels.find((level) => level.low <= 80_600 && level.high >= 80_600)).toMatchObject({
      side: 'support',
    });
  });

  test('the averages are those of the closes', () => {
    const { averages } = levelsAt('2026-01-12T00:00:00Z');

    expect(averages.sma50).toBeCloseTo(89_538.7, 1);
    expect(averages.sma200).toBeCloseTo(106_249.4, 1);
  });

  test('the week that ended on 11 January is a doji, the two tops are an unconfirmed double top', () => {
    const { patterns } = levelsAt('2026-01-12T00:00:00Z');

    expect(patterns).toContainEqual({
      kind: 'doji',
      timeframe: 'week',
      confirmed: true,
      at: Date.UTC(2026, 0, 11),
      target: null,
    });
    expect(patterns.filter(({ kind, confirmed }) => kind === 'double-top' && !confirmed)).toMatchObject([
      {
        at: Date.UTC(2026, 0, 5),
        points: [
          { at: Date.UTC(2025, 11, 9), price: 94_588.99 },
          { at: Date.UTC(2026, 0, 5), price: 94_789.08 },
        ],
      },
    ]);
  });

  test('the close of 13 January is beyond the zone, the close of 18 January loses it again', () => {
    expect(zoneOfTheTops(levelsAt('2026-01-14T00:00:00Z'))).toMatchObject({
      state: 'closed-beyond',
      stateAt: Date.UTC(2026, 0, 14),
    });
    expect(zoneOfTheTops(levelsAt('2026-01-21T00:00:00Z'))).toMatchObject({
      state: 'reclaimed',
      stateAt: Date.UTC(2026, 0, 19),
    });
  });

  test('the table names the same', () => {
    const table = runLevels(['--daily', FILE, '--at', '2026-01-21']);

    expect(table).toContain('lost again since the close of 2026-01-18');
  });

  test('an intraday file is refused with its row and column', () => {
    const file = join(recordings ?? '', 'market', 'btcusdt-15m.csv.gz');

    expect(() => runLevels(['--daily', file, '--at', '2026-01-21'])).toThrow(/row 2, column open_ts_s/);
  });
});
