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
      own: [],
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
      own: [],
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
      own: [],
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
      own: [],
    });
    expect(levels).toEqual([1, 400]);
    // Half of a label's 15 px.
    expect(labels.map(({ y }) => y)).toEqual([7.5, 392.5]);
  });

  test('places the user’s own lines, and keeps of those out of range the nearest liquidation to each side', () => {
    const { own, ownAbove, ownBelow } = layOutChart(AXIS, {
      bands: [],
      levels: [],
      own: [
        { role: 'liquidation', price: 80_000, text: 'far' },
        { role: 'liquidation', price: 89_000, text: 'near' },
        { role: 'entry', price: 92_000, text: 'entry' },
        { role: 'target', price: 96_000, text: 'target' },
      ],
    });
    expect(own).toEqual([{ mark: { role: 'entry', price: 92_000, text: 'entry' }, y: 200, labelY: 200 }]);
    expect([ownAbove, ownBelow?.text]).toEqual([null, 'near']);
  });

  test('an own line stands by its price on an inverted scale and on a logarithmic one', () => {
    const own = [{ role: 'stop', price: 92_000, text: '' }] as const;
    const at = (axis: PriceAxis) => layOutChart(axis, { bands: [], levels: [], own }).own[0]?.y;

    expect(at({ ...AXIS, from: 94_000, to: 90_000 })).toBe(200);
    // 400 * log10(94 / 92) / log10(94 / 90)
    expect(at({ ...AXIS, mode: 1 })).toBeCloseTo(197.8, 1);
  });
});
