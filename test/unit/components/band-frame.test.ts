import { describe, expect, test } from 'vitest';

import { frameBands, rowAt } from '../../../components/bands/band-frame.ts';
import type { BandRows } from '../../../components/bands/band-rows.ts';

/** Five rows of 10 from 80 to 130. */
const bands: BandRows = {
  rows: [80, 90, 100, 110, 120].map((low) => ({
    low,
    high: low + 10,
    longUsd: low < 100 ? 1e6 : 0,
    shortUsd: low < 100 ? 0 : 2e6,
    interval: null,
    totalUsd: 1e6,
  })),
  price: 100,
  largestUsd: 2e6,
  largestTotalUsd: 4e6,
};

describe('the frame of the bands', () => {
  // Four pixels above, sixteen for the axis: 101 of 121 remain for five rows, 20.2 each.
  const frame = frameBands({ width: 300, height: 121, ratio: 1 }, bands, 0);

  test('rows touch on whole pixels', () => {
    expect(frame.edges).toEqual([4, 24, 44, 65, 85, 105]);
  });

  test('a place belongs to the row between its edges', () => {
    expect([4, 23, 24, 104].map((y) => rowAt(frame, y))).toEqual([4, 4, 3, 0]);
    expect([3, 105].map((y) => rowAt(frame, y))).toEqual([null, null]);
  });

  test('ticks are round and lie inside', () => {
    // 101 px give three spaces of 28 px: the step above 50 / 3 is 20. Three across of 64 px: 2.08 M / 4 gives 1 M.
    expect(frame.priceTicks).toEqual([80, 100, 120]);
    expect(frame.usdTicks).toEqual([1e6, 2e6]);
  });

  test('twice the pixels are twice the picture', () => {
    const twice = frameBands({ width: 300, height: 121, ratio: 2 }, bands, 0);

    expect(twice.width).toBe(frame.width * 2);
    expect(twice.edges.at(-1)).toBe(210);
  });
});
