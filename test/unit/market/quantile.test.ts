import { expect, test } from 'vitest';

import { median } from '../../../core/market/quantile.ts';

test('the median is the middle, of an even number the mean of the middle two', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});
