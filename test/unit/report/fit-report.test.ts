import { describe, expect, test } from 'vitest';

import { fitReport } from '../../../core/report/fit-report.ts';
import { buildReport } from '../../support/sample-report.ts';

const sample = buildReport();
const length = JSON.stringify(sample).length;

describe('a report', () => {
  test('that fits is left alone', () => {
    expect(fitReport(sample, length)).toBe(sample);
  });

  test('that is too large loses its weakest levels with their breaks', () => {
    const weakest = sample.levels.toSorted((a, b) => a.score - b.score)[0]!;

    const fitted = fitReport(sample, length - 1);

    expect(JSON.stringify(fitted).length).toBeLessThan(length);
    expect(fitted.levels).toEqual(sample.levels.filter(({ id }) => id !== weakest.id));
    expect(fitted.breakdown.some(({ levelId }) => levelId === weakest.id)).toBe(false);
    expect(fitted.map).toBe(sample.map);
  });
});
