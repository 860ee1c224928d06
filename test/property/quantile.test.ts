import { array, assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';

import { median, selectMedian, selectRank } from '../../core/market/quantile.ts';

const SEED = 20_261_130;

test('what is selected is what stands there in ascending order, also after a selection before or behind it', () => {
  const values = array(integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 200 });
  assert(
    property(values, double({ min: 0, max: 1, noNaN: true }), (numbers, share) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      const last = numbers.length - 1;
      const middle = Math.round(share * last);
      const column = Float64Array.from(numbers);

      const found = [
        selectRank(column, middle, 0, last),
        selectRank(column, middle >> 1, 0, middle),
        selectRank(column, (middle + last) >> 1, middle, last),
      ];

      expect(found).toEqual([sorted[middle], sorted[middle >> 1], sorted[(middle + last) >> 1]]);
    }),
    { seed: SEED },
  );
});

test('the median is the middle of the ascending order, or the mean of the middle two, of a part of a column as of all of it', () => {
  const values = array(integer({ min: 0, max: 50 }), { maxLength: 40 });
  assert(
    property(values, values, values, (before, numbers, after) => {
      const column = Float64Array.from([...before, ...numbers, ...after]);
      const sorted = numbers.toSorted((a, b) => a - b);
      const lower = sorted[(numbers.length - 1) >> 1] ?? NaN;
      const upper = sorted[numbers.length >> 1] ?? NaN;

      const found = selectMedian(column, before.length, before.length + numbers.length - 1);

      expect(found).toBe((lower + upper) / 2);
      expect(median(numbers)).toBe(found);
      expect([...column.subarray(0, before.length)]).toEqual(before);
      expect([...column.subarray(before.length + numbers.length)]).toEqual(after);
    }),
    { seed: SEED },
  );
});
