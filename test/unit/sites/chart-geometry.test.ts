import { describe, expect, test } from 'vitest';

import { checkAxis, priceToY, type PriceAxis } from '../../../core/sites/chart-geometry.ts';

const AXIS: PriceAxis = { height: 401, from: 90_000, to: 94_000, mode: 0, offset: 0 };

describe('priceToY', () => {
  test('puts the range’s ends on the pane’s last and first pixel, and what is between in proportion', () => {
    expect(priceToY(AXIS, 90_000)).toBe(400);
    expect(priceToY(AXIS, 94_000)).toBe(0);
    // A quarter of the way up 400 px.
    expect(priceToY(AXIS, 91_000)).toBe(300);
  });

  test('grows downwards on an inverted scale', () => {
    expect(priceToY({ ...AXIS, from: 94_000, to: 90_000 }, 91_000)).toBe(100);
  });

  test('is even in the logarithm on a logarithmic scale', () => {
    // 10^2 is half way between 10^1 and 10^3.
    expect(priceToY({ ...AXIS, from: 10, to: 1000, mode: 1 }, 100)).toBeCloseTo(200, 9);
  });

  test('is linear in the price in percent and indexed modes', () => {
    expect(priceToY({ ...AXIS, mode: 2 }, 91_000)).toBe(300);
    expect(priceToY({ ...AXIS, mode: 3 }, 91_000)).toBe(300);
  });

  test('lies beyond the pane for prices out of range, and nowhere for those that a scale has no place for', () => {
    expect(priceToY(AXIS, 95_000)).toBe(-100);
    expect(priceToY({ ...AXIS, from: 10, to: 1000, mode: 1 }, -1)).toBeNull();
  });
});

describe('checkAxis', () => {
  const linear = (y: number) => 94_000 - 10 * y;

  test('keeps an axis that agrees with the chart’s own conversion', () => {
    expect(checkAxis(AXIS, linear)).toEqual(AXIS);
  });

  test('refuses an axis that is more than three quarters of a pixel off', () => {
    // 10 USD a pixel: 7 USD are 0.7 px, 8 USD are 0.8 px.
    expect(checkAxis(AXIS, (y) => linear(y) + 7)).toEqual(AXIS);
    expect(checkAxis(AXIS, (y) => linear(y) + 8)).toBeNull();
  });

  test('refuses a scale that is not the one it names', () => {
    const logarithmic = (y: number) => 94_000 * (90_000 / 94_000) ** (y / 400);
    expect(checkAxis(AXIS, (y) => logarithmic(y) ** 1.01)).toBeNull();
  });

  test('finds the offset that the library adds to small prices before their logarithm', () => {
    const offset = 1e-4;
    const [from, to] = [0.0001, 0.001];
    const bottom = Math.log10(from + offset);
    const top = Math.log10(to + offset);
    const own = (y: number) => 10 ** (top + ((bottom - top) * y) / 400) - offset;
    const axis: PriceAxis = { height: 401, from, to, mode: 1, offset: 0 };
    expect(checkAxis(axis, own)).toEqual({ ...axis, offset: 1e-4 });
  });

  test('takes the formula’s word while the chart cannot tell', () => {
    expect(checkAxis(AXIS, () => null)).toEqual(AXIS);
  });
});
