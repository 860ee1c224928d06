import { anything, array, assert, double, integer, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';

import { join, LABEL_HEIGHT } from '../../../components/page/chart/chart-label.ts';
import { mergeLabels } from '../../../components/ui/lay-out-labels.ts';
import { checkAxis, priceToY, type PriceAxis } from '../../../core/sites/chart-geometry.ts';
import { parseChartMessage } from '../../../core/sites/chart-messages.ts';

const SEEDED = { seed: 20_260_112, numRuns: 1000 };

const finite = (min: number, max: number) => double({ min, max, noNaN: true });
const labels = array(
  record({ y: finite(0, 800), price: finite(1, 1e6), longUsd: finite(0, 1e9), shortUsd: finite(0, 1e9) }),
  { minLength: 1, maxLength: 40 },
).map((list) =>
  list.map(({ y, price, longUsd, shortUsd }) => ({
    y,
    low: price,
    high: price,
    count: 1,
    longUsd,
    shortUsd,
    state: '',
  })),
);

test('merged labels never collide, and lose no price, band or dollar', () => {
  assert(
    property(labels, (list) => {
      const merged = mergeLabels(list, LABEL_HEIGHT, join);
      const sum = (of: typeof merged, key: 'count' | 'longUsd' | 'shortUsd') =>
        of.reduce((total, label) => total + label[key], 0);

      for (let index = 1; index < merged.length; index += 1)
        expect(merged[index]!.y - merged[index - 1]!.y).toBeGreaterThanOrEqual(LABEL_HEIGHT);
      expect(sum(merged, 'count')).toBe(list.length);
      expect(sum(merged, 'longUsd')).toBeCloseTo(sum(list, 'longUsd'), 3);
      expect(sum(merged, 'shortUsd')).toBeCloseTo(sum(list, 'shortUsd'), 3);
      for (const { low } of list)
        expect(merged.some((label) => label.low <= low && low <= label.high)).toBe(true);
    }),
    SEEDED,
  );
});

const axes = record({
  height: integer({ min: 50, max: 4000 }),
  low: finite(1e-6, 1e5),
  factor: finite(1.001, 20),
  mode: integer({ min: 0, max: 3 }),
  isInverted: integer({ min: 0, max: 1 }),
}).map(({ height, low, factor, mode, isInverted }): PriceAxis => {
  const ends = [low, low * factor] as const;
  const [from, to] = isInverted === 1 ? [ends[1], ends[0]] : ends;
  return { height, from, to, mode: mode as 0 | 1 | 2 | 3, offset: 0 };
});

test('a higher price stands higher, and lower on an inverted scale', () => {
  assert(
    property(axes, finite(0, 1), finite(0, 1), (axis, first, second) => {
      const price = (part: number) => axis.from + part * (axis.to - axis.from);
      const [a, b] = [priceToY(axis, price(first))!, priceToY(axis, price(second))!];
      expect(Math.abs(first - second) < 1e-9 || Math.sign(b - a) === Math.sign(first - second)).toBe(true);
    }),
    SEEDED,
  );
});

test('an axis agrees with its own inverse, so that the comparison refuses no true one', () => {
  assert(
    property(axes, (axis) => {
      const scaled = (value: number) => (axis.mode === 1 ? Math.log10(value) : value);
      const toPrice = (y: number) => {
        const value = scaled(axis.to) + (y / (axis.height - 1)) * (scaled(axis.from) - scaled(axis.to));
        return axis.mode === 1 ? 10 ** value : value;
      };
      expect(checkAxis(axis, toPrice)).toEqual(axis);
    }),
    SEEDED,
  );
});

test('whatever a page sends in the probe’s name is refused or finite', () => {
  assert(
    property(anything(), string(), (value, text) => {
      for (const detail of [value, text, JSON.stringify(value)]) {
        const message = parseChartMessage(detail);
        const fields = message?.state === 'ready' ? Object.values(message.geometry) : [];
        expect(fields.every((field) => typeof field === 'string' || Number.isFinite(field))).toBe(true);
      }
    }),
    SEEDED,
  );
});
