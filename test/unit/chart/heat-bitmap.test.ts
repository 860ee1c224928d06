import { expect, test } from 'vitest';

import { scaleFor, shows } from '../../../components/page/chart/heat/heat-bitmap.ts';
import type { PriceAxis } from '../../../core/sites/chart-geometry.ts';

const AXIS: PriceAxis = { height: 401, from: 90_000, to: 94_000, mode: 0, offset: 0 };

test('a bitmap reaches a quarter of the pane beyond its edges, a row for each of its pixels', () => {
  expect(scaleFor(AXIS, 2, 5000)).toEqual({ mode: 0, offset: 0, top: 95_000, bottom: 89_000, rows: 1203 });
  expect(scaleFor(AXIS, 2, 700).rows).toBe(700);
  expect(scaleFor({ ...AXIS, from: 94_000, to: 90_000 }, 1, 5000)).toMatchObject({
    top: 89_000,
    bottom: 95_000,
  });
});

test('a bitmap is good until the pane shows what is not on it, or so little that its rows are coarse', () => {
  const scale = scaleFor(AXIS, 1, 5000);
  expect(shows(scale, { ...AXIS, from: 89_100, to: 94_900 })).toBe(true);
  expect(shows(scale, { ...AXIS, from: 88_900 })).toBe(false);
  // A third of 6,000 USD is less than 0.35 of them.
  expect(shows(scale, { ...AXIS, from: 91_000, to: 93_000 })).toBe(false);
  expect(shows(scale, { ...AXIS, mode: 1 })).toBe(false);
  const inverted = { ...AXIS, from: 94_000, to: 90_000 };
  expect(shows(scale, inverted)).toBe(false);
  expect(shows(scaleFor(inverted, 1, 5000), inverted)).toBe(true);
});
