import { describe, expect, test } from 'vitest';

import { layOutChart } from '../../../components/page/chart/lay-out-chart.ts';
import type { PriceAxis } from '../../../core/sites/chart-geometry.ts';

/** Ten dollars a pixel. */
const AXIS: PriceAxis = { height: 401, from: 90_000, to: 94_000, mode: 0, offset: 0 };

const band = (side: 'long' | 'short', low: number, peak: number, high: number, usd: number) => ({
  side,
  low,
  peak,
  high,
  usd,
  share: 1,
});

describe('layOutChart', () => {
  test('places a band by its prices', () => {
    const { bands, labels } = layOutChart(AXIS, {
      bands: [band('long', 91_000, 91_500, 92_000, 1e9)],
      levels: [],
    });
    expect(bands).toMatchObject([{ top: 200, bottom: 300, edge: 250 }]);
    expect(labels).toEqual([
      { y: 250, low: 91_500, high: 91_500, count: 1, longUsd: 1e9, shortUsd: 0, state: '' },
    ]);
  });

  test('cuts a band at the pane’s edge and counts one whose peak is out of range', () => {
    const { bands, above, below, labels } = layOutChart(AXIS, {
      bands: [
        band('short', 93_500, 94_500, 95_000, 2e9),
        band('short', 96_000, 96_500, 97_000, 1e9),
        band('long', 80_000, 81_000, 82_000, 3e9),
      ],
      levels: [],
    });
    expect(bands).toMatchObject([{ top: 0, bottom: 50, edge: null }]);
    expect(labels).toEqual([]);
    expect(above).toMatchObject({ count: 2, low: 94_500, high: 96_500, shortUsd: 3e9 });
    expect(below).toMatchObject({ count: 1, low: 81_000, longUsd: 3e9 });
  });

  test('counts on the side of the screen where the band is, on an inverted scale too', () => {
    const inverted = { ...AXIS, from: 94_000, to: 90_000 };
    const { above, below } = layOutChart(inverted, {
      bands: [band('short', 96_000, 96_500, 97_000, 1e9)],
      levels: [],
    });
    expect(above).toBeNull();
    expect(below?.count).toBe(1);
  });

  test('keeps labels inside the pane', () => {
    const { labels, levels } = layOutChart(AXIS, {
      bands: [],
      levels: [
        { price: 93_990, state: 'touched' },
        { price: 90_000, state: '' },
      ],
    });
    expect(levels).toEqual([1, 400]);
    // Half of a label's 15 px.
    expect(labels.map(({ y }) => y)).toEqual([7.5, 392.5]);
  });
});
