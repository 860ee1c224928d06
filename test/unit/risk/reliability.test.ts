import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runReliability } from '../../../core/headless/touch-reliability.ts';
import { recordingsDir } from '../../support/recordings.ts';

interface Table {
  readonly horizonDays: number;
  readonly deciles: readonly {
    readonly count: number;
    readonly meanForecast: number;
    readonly touched: number;
  }[];
}

const folder = recordingsDir();

describe('the chance of touch on the days of 2023 to 2026', () => {
  test.skipIf(folder === null).each(['btcusdt-spot-1d.csv', 'ethusdt-spot-1d.csv'])(
    'is right within five points in every decile of %s (skipped where the recordings are absent)',
    (name) => {
      const argv = ['--reliability', '--daily', join(folder ?? '', 'market', name), '--json'];
      const tables = JSON.parse(runReliability(argv)) as readonly Table[];

      const errors = tables.flatMap(({ deciles }) =>
        deciles.map(({ meanForecast, touched }) => Math.abs(meanForecast - touched)),
      );
      expect(errors).toHaveLength(20);
      expect(Math.max(...errors)).toBeLessThan(0.05);
    },
  );
});
