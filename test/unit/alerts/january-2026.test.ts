import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Warning } from '../../../core/alerts/alert-state.ts';
import { runWarnings } from '../../../core/headless/warnings.ts';
import { warningWords } from '../../../core/i18n/warning-words.ts';
import { recordingsDir } from '../../support/recordings.ts';

const recordings = recordingsDir();

const replay = (): Warning[] => {
  const file = (...path: string[]) => join(recordings ?? '', ...path);
  const options = [
    ['--bars', file('market', 'btcusdt-15m.csv.gz')],
    ['--daily', file('market', 'btcusdt-spot-1d.csv')],
    ['--prints', file('liquidations', 'prints.csv.gz')],
    ['--from', '2026-01-01'],
  ];
  return JSON.parse(runWarnings([...options.flat(), '--json'])) as Warning[];
};

const warnings = recordings === null ? [] : replay();

const dayOf = (warning: Warning): string => new Date(warning.at).toISOString().slice(0, 10);

describe.skipIf(recordings === null)(
  'warnings of January and February 2026 (skipped without the recordings)',
  () => {
    test('tell the breakout of 13 January, the loss of 20 January and the crash of 5 February', () => {
      const told = warnings.map((warning) => `${dayOf(warning)} ${warningWords(warning).title}`);

      expect(told).toContain('2026-01-13 Resistance 94,150 to 94,789 touched');
      expect(told).toContain('2026-01-14 94,150 to 94,789 closed above');
      expect(told).toContain('2026-01-19 94,150 to 94,789 lost again');
      expect(told).toContain('2026-01-20 Back at 89,311 to 90,588');
      expect(told).toContain('2026-01-21 89,311 to 90,588 lost again');
      expect(told).toContain('2026-02-05 74,888 to 75,113 closed below');
      expect(told).toContain('2026-02-05 Burst of long liquidations');
    });

    test('are at most six on any day', () => {
      const perDay = Map.groupBy(warnings, dayOf);

      expect(Math.max(...[...perDay.values()].map((day) => day.length))).toBeLessThanOrEqual(6);
    });
  },
);
