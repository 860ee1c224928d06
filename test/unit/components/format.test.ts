import { describe, expect, test } from 'vitest';

import {
  formatAge,
  formatChance,
  formatDuration,
  formatPercent,
  formatPrice,
  formatUsd,
  formatUsdRange,
  glanceDecimals,
  priceDecimals,
} from '../../../components/ui/format.ts';

describe('dollars are abbreviated to three figures', () => {
  test.each([
    [1_590_000_000, '1.59 B'],
    [10_650_000_000, '10.7 B'],
    [10_600_000, '10.6 M'],
    [999_600, '1.00 M'],
    [950, '950'],
    [-1_280_000_000, '−1.28 B'],
    [0, '0'],
    [null, '–'],
  ])('%s', (usd, text) => {
    expect(formatUsd(usd)).toBe(text);
  });
});

describe('a range shares the unit of its larger end', () => {
  test.each([
    [1.08e9, 2.32e9, '1.1–2.3 B'],
    [658e6, 1.41e9, '0.7–1.4 B'],
    [231e6, 496e6, '230–500 M'],
    [3, 9, '3.0–9.0'],
    [0, 3.2e6, '0–3.2 M'],
  ])('%s to %s', (low, high, text) => {
    expect(formatUsdRange(low, high)).toBe(text);
  });
});

describe('prices have the decimals of their tick', () => {
  test.each([
    [90_912, 0.1, 1],
    [90_912, null, 0],
    [0.1234, 0.00005, 5],
    [1.5, null, 4],
    [3000, 5, 0],
  ])('%s at tick %s', (price, tick, decimals) => {
    expect(priceDecimals(price, tick)).toBe(decimals);
  });

  test('a glance needs five figures', () => {
    expect(glanceDecimals(90_912.3, 0.1)).toBe(0);
    expect(glanceDecimals(3123.45, 0.01)).toBe(1);
    expect(glanceDecimals(0.012345, 0.000001)).toBe(6);
  });

  test('thousands are separated', () => {
    expect(formatPrice(90_912.25, 1)).toBe('90,912.3');
  });
});

describe('fractions as percent', () => {
  test.each([
    [0.045, '+4.5 %'],
    [-0.043, '−4.3 %'],
    [-0.00001, '0.0 %'],
    [-0.00049, '0.0 %'],
    [12.345, '+1,234.5 %'],
    [null, '–'],
  ])('%s', (fraction, text) => {
    expect(formatPercent(fraction, 1, true)).toBe(text);
  });
});

test('a chance is never nothing', () => {
  expect(formatChance(0)).toBe('< 0.1 %');
  expect(formatChance(0.0997)).toBe('10 %');
});

describe('durations in one unit', () => {
  test.each([
    [2_900, '2 s'],
    [90_000, '1 min'],
    [3 * 3_600_000, '3 h'],
    [3 * 86_400_000, '3 d'],
    [-5, '0 s'],
  ])('%s ms', (ms, text) => {
    expect(formatAge(ms)).toBe(text);
  });
});

describe('durations in two units', () => {
  test.each([
    [5 * 60_000, '5 min'],
    [90_000, '2 min'],
    [12_000_000, '3 h 20 min'],
    [180_000_000, '2 d 2 h'],
    [172_800_000, '2 d'],
    [-5, '0 s'],
  ])('%s ms', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});
