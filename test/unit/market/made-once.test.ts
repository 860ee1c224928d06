import { expect, test, vi } from 'vitest';

import { madeOnce } from '../../../core/market/made-once.ts';

test('what was made of an object and figures is made again once either is another', () => {
  const make = vi.fn((days: readonly number[], until: number, factor: number) => ({
    sum: factor * days.slice(0, until).reduce((sum, day) => sum + day, 0),
  }));
  const made = madeOnce(make);
  const days = [1, 2, 3];

  const first = made(days, 2, 10);

  expect(first).toEqual({ sum: 30 });
  expect(made(days, 2, 10)).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
  expect(made(days, 3, 10)).toEqual({ sum: 60 });
  expect(made(days, 3, 1)).toEqual({ sum: 6 });
  expect(made([4, 2, 3], 3, 1)).toEqual({ sum: 9 });
  expect(made(days, 2, 10)).toEqual(first);
});

test('what is told of no time by NaN is one figure like any other', () => {
  const make = vi.fn((_of: object, atS: number) => ({ atS }));
  const made = madeOnce(make);
  const of = {};

  expect(made(of, NaN)).toBe(made(of, NaN));
  expect(made(of, 0)).toEqual({ atS: 0 });
});
