import { expect, test } from 'vitest';

import { readRow } from '../../../core/ledger/tables/list.ts';
import { createMixture } from '../../../core/engine/forecast/mixture.ts';

/** As version 0.2 stored it. */
const worded = {
  horizonHours: 1,
  definition: 'first',
  ratio: { p5: 0.92, p50: 0.95, p95: 0.98 },
  windows: 157,
  days: 14,
  usd: 125e6,
  hasEvidence: true,
  isDistanceAlone: true,
  verdict: 'behind distance alone: x0.95 (0.92 to 0.98) against distance alone; until that changes …',
};
const other = { ...worded, definition: 'all', hasEvidence: false, verdict: 'no demonstrated skill yet: …' };

test('a verdict that was stored as a sentence is judged again by its figures', () => {
  const row = { learntUntilS: 1, scoredUntilS: 1, mixture: createMixture(), reports: [{ ...worded, other }] };

  const [report] = readRow('skill', row)!.reports;

  expect(report).toEqual({
    ...worded,
    verdict: 'behind',
    other: { ...other, verdict: 'too-little-heard' },
  });
});

test.each<readonly [string, object]>([
  ['of nothing', {}],
  ['of a horizon that is no number', { ...worded, horizonHours: {} }],
  ['without its dollars', { ...worded, usd: undefined }],
  ['whose other definition has no days', { ...worded, other: { ...other, days: NaN } }],
])('a score %s costs itself, and nothing that was learnt', (_what, score) => {
  const row = { learntUntilS: 1, scoredUntilS: 1, mixture: createMixture(), reports: [score] };

  expect(readRow('skill', row)).toEqual({ ...row, reports: [] });
});
