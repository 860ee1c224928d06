import { describe, expect, test } from 'vitest';

import { join, type ChartLabel } from '../../../components/page/chart/chart-label.ts';
import { freeLabels, mergeLabels } from '../../../components/ui/lay-out-labels.ts';

describe('labels that would lie on one another are joined', () => {
  const merge = (labels: readonly ChartLabel[]) => mergeLabels(labels, 15, join);
  const label = (y: number, price: number, usd = 0): ChartLabel => ({
    y,
    low: price,
    high: price,
    count: 1,
    longUsd: usd,
    shortUsd: 0,
    state: '',
  });

  test('leaves labels that do not touch', () => {
    expect(merge([label(0, 2), label(15, 1)])).toHaveLength(2);
  });

  test('makes one of two that overlap, with all prices and dollars', () => {
    expect(merge([label(20, 1, 5), label(10, 2, 7)])).toEqual([
      { y: 15, low: 1, high: 2, count: 2, longUsd: 12, shortUsd: 0, state: '' },
    ]);
  });

  test('goes on merging when the merged label touches the one before', () => {
    // 16 and 30 become 23, which is 13 below 10.
    expect(merge([label(10, 3), label(16 + 9.5, 2), label(26, 1)])).toHaveLength(2);
    expect(merge([label(10, 3), label(26, 2), label(20, 1)])).toHaveLength(1);
  });
});

test('a label that would lie on one before it is left out, and what it would have covered is free', () => {
  // 20 lies on 10; 26 lies on 20 alone, which is not written.
  expect(freeLabels([10, 20, 26, 41], 15)).toEqual([true, false, true, true]);
});
