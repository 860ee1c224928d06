import { array, assert, constant, double, nat, oneof, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';

import { grownColumn } from '../../../core/ledger/grown-column.ts';

const value = oneof(double({ min: 0, max: 3, noNaN: true }).map(Math.round), constant(NaN));

test('a column that grows holds what it held and what came, and so do those that grew from the same one before and after', () => {
  const growth = tuple(nat(), array(value, { maxLength: 150 }));
  assert(
    property(array(value, { maxLength: 5 }), array(growth, { maxLength: 12 }), (begin, growths) => {
      const columns: Float64Array[] = [Float64Array.from(begin)];
      const expected = [begin];

      for (const [which, tail] of growths) {
        const from = which % columns.length;
        columns.push(grownColumn(columns[from]!, Float64Array.from(tail)));
        expected.push([...expected[from]!, ...tail]);
      }

      expect(columns.map((column) => [...column])).toEqual(expected);
    }),
    { seed: 20_261_130, numRuns: 300 },
  );
});

test('one more row is written behind the column, and once for all that get the same one', () => {
  const first = grownColumn(Float64Array.of(1, 2), Float64Array.of(3));
  const next = grownColumn(first, Float64Array.of(4));
  const same = grownColumn(first, Float64Array.of(4));
  const other = grownColumn(first, Float64Array.of(5));

  expect(next.buffer).toBe(first.buffer);
  expect(same.buffer).toBe(first.buffer);
  expect(other.buffer).not.toBe(first.buffer);
});
