import { expect, test } from 'vitest';
import {
  correlation,
  magnitudeSkill,
  poissonDeviance,
  reliability,
  scaleCausally,
  tweedieDeviance,
} from '../../../core/engine/skill/magnitude.ts';
import { regionEdges, type Region } from '../../../core/engine/skill/region.ts';

const buildRegion = (atS: number, usd: number): Region => ({
  atS,
  day: 0,
  side: 'long',
  price: 100,
  edges: regionEdges(0.0025),
  usd: Float64Array.of(usd),
  orders: Float64Array.of(1),
});

test('the deviances are 0 for a perfect forecast and follow their formulas else', () => {
  expect(tweedieDeviance({ realisedUsd: 900, expectedUsd: 900 })).toBe(0);
  // 4 (30 - 20)^2 / 20 = 20
  expect(tweedieDeviance({ realisedUsd: 900, expectedUsd: 400 })).toBeCloseTo(20, 9);
  // 2 (0 - (0 - 50)) = 100
  expect(poissonDeviance({ realisedUsd: 0, expectedUsd: 50 })).toBe(100);
});

test('a scale knows only windows that were over, and none before ten of them', () => {
  const regions = Array.from({ length: 12 }, (_, hour) => buildRegion(3600 * hour, 100 + hour));

  const scaled = scaleCausally(regions, regions, () => Float64Array.of(2), 3600);

  expect(scaled.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => null));
  // Hours 0 to 9 sum to 1045 dollars on a mass of 20; a mass of 2 is then 104.5 dollars.
  expect(scaled[10]?.expectedUsd).toBeCloseTo(104.5, 9);
});

test('skill is measured against the better reference', () => {
  const truth = [100, 400];
  const forecastOf = (expected: readonly number[]) =>
    truth.map((realisedUsd, index) => ({ realisedUsd, expectedUsd: expected[index] ?? 0 }));

  const skill = magnitudeSkill(forecastOf(truth), [forecastOf([200, 200]), forecastOf([1, 1])]);

  expect(skill?.tweedie).toBe(1);
  expect(skill?.rankCorrelation).toBeCloseTo(1, 12);
});

test('correlation is 0 where one side does not vary', () => {
  expect(correlation([1, 2, 3], [5, 5, 5])).toBe(0);
});

test('reliability compares means of tenths, in ascending order of what was expected', () => {
  const windows = Array.from({ length: 20 }, (_, index) => ({
    expectedUsd: 20 - index,
    realisedUsd: 2 * (20 - index),
  }));

  const points = reliability([null, ...windows]);

  expect(points).toHaveLength(10);
  expect(points[0]).toEqual({ expectedUsd: 1.5, realisedUsd: 3, windows: 2 });
  expect(points[9]).toEqual({ expectedUsd: 19.5, realisedUsd: 39, windows: 2 });
});

test('reliability of nothing is nothing', () => {
  expect(reliability([null])).toEqual([]);
});
